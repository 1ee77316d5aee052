namespace Mandate.Electoral.Methods;

/// <summary>A way of turning votes into seats: by quota and largest remainders, or by divisors.</summary>
public abstract record Method
{
    /// <summary>Initialises the name.</summary>
    /// <param name="name">The literature's name as the command line writes it.</param>
    private protected Method(string name) => Name = name;

    /// <summary>Gets the name, such as <c>hare</c> or <c>dhondt</c>.</summary>
    public string Name { get; }

    /// <summary>Gets every method that has a name, quotas first.</summary>
    public static IReadOnlyList<Method> Named { get; } =
    [
        QuotaMethod.Hare, QuotaMethod.Droop, QuotaMethod.HagenbachBischoff, QuotaMethod.Imperiali,
        DivisorMethod.DHondt, DivisorMethod.SainteLague, DivisorMethod.ModifiedSainteLague, DivisorMethod.Danish,
        DivisorMethod.Imperiali, DivisorMethod.Adams, DivisorMethod.Dean, DivisorMethod.HuntingtonHill,
    ];

    /// <summary>Finds a method by its name, or makes one of a divisor sequence such as <c>1.2,3,5</c>.</summary>
    /// <returns>False where <paramref name="text"/> is neither; <paramref name="expected"/> then says what would be.</returns>
    public static bool TryParse(string? text, out Method? method, out string expected)
    {
        var wanted = text?.Trim() ?? string.Empty;
        method = Named.FirstOrDefault(m => m.Name == wanted);
        expected = "one of " + string.Join(", ", Named.Select(m => m.Name)) + ", or at least two rising divisors such as 1.2,3,5";
        if (method is not null)
        {
            return true;
        }

        var divisors = new List<Ratio>();
        foreach (var part in wanted.Split(','))
        {
            if (!Ratio.TryParse(part, out var divisor))
            {
                return false;
            }

            divisors.Add(divisor);
        }

        if (DivisorMethod.Fault(divisors) is { } fault)
        {
            expected = fault;
            return false;
        }

        method = DivisorMethod.Sequence(divisors);
        return true;
    }
}
