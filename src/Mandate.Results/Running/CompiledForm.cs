namespace Mandate.Results.Running;

/// <summary>What became of a check in one protocol.</summary>
internal enum CheckOutcome : byte
{
    /// <summary>The figures pass it, or it does not apply to them.</summary>
    Holds,

    /// <summary>The figures fail it.</summary>
    Fails,

    /// <summary>A figure it needs is blank.</summary>
    Unchecked,

    /// <summary>An earlier check failed that makes this one needless.</summary>
    Silent,
}

/// <summary>The checks of a form made ready for protocols of one shape; evaluating them allocates nothing.</summary>
/// <remarks>It has a stack of its own, so one thread uses it at a time.</remarks>
internal sealed class CompiledForm
{
    private readonly Plan[] plans;
    private readonly long[] stack;

    public CompiledForm(Form form, Layout layout, string? variant = null)
    {
        Layout = layout;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var ready = new List<Plan>();
        var checks = new List<Check>();
        foreach (var check in form.Checks.Where(c => c.Condition is not null && c.IsOn(variant)))
        {
            // A figure that this file does not have leaves its checks unchecked in every protocol.
            var readable = Compiler.Reads(check.Condition!, layout) && (check.Guard is null || Compiler.Reads(check.Guard, layout));
            index[check.Code] = ready.Count;
            checks.Add(check);
            ready.Add(new Plan(
                readable && check.Guard is not null ? Compiler.Compile(check.Guard, layout) : null,
                readable ? Compiler.Compile(check.Condition!, layout) : null,
                check.Fires,
                check.PerList ? layout.Lists.Count : 1,
                Outcomes,
                [.. check.Unless.Where(index.ContainsKey).Select(u => index[u])]));
            Outcomes += ready[^1].Times;
        }

        plans = [.. ready];
        Checks = checks;
        stack = new long[plans.Select(p => Math.Max(p.Guard?.Depth ?? 0, p.Body?.Depth ?? 0)).Append(1).Max()];
    }

    public Layout Layout { get; }

    /// <summary>Gets the checks that protocols of this shape can be put to.</summary>
    public IReadOnlyList<Check> Checks { get; }

    /// <summary>Gets how many outcomes one protocol has: one a check, or one a check and list.</summary>
    public int Outcomes { get; }

    /// <summary>The first outcome of a check; lists follow in order.</summary>
    public int FirstOutcome(int check) => plans[check].First;

    /// <summary>How many outcomes a check has.</summary>
    public int Times(int check) => plans[check].Times;

    /// <summary>Fills in the sums of a protocol and puts it to every check.</summary>
    /// <param name="row">The protocol: <see cref="Layout.Width"/> cells.</param>
    /// <param name="outcomes">Receives the outcomes.</param>
    /// <returns>How many checks it fails.</returns>
    public int Evaluate(Span<long> row, Span<CheckOutcome> outcomes)
    {
        Layout.Derive(row);
        var failed = 0;
        foreach (ref readonly var plan in plans.AsSpan())
        {
            for (var list = 0; list < plan.Times; list++)
            {
                var outcome = One(in plan, row, list, outcomes);
                outcomes[plan.First + list] = outcome;
                failed += outcome == CheckOutcome.Fails ? 1 : 0;
            }
        }

        return failed;
    }

    private CheckOutcome One(in Plan plan, ReadOnlySpan<long> row, int list, ReadOnlySpan<CheckOutcome> outcomes)
    {
        foreach (var earlier in plan.Unless)
        {
            ref readonly var other = ref plans[earlier];
            if (outcomes[other.First + (other.Times > 1 ? list : 0)] == CheckOutcome.Fails)
            {
                return CheckOutcome.Silent;
            }
        }

        if (plan.Body is null)
        {
            return CheckOutcome.Unchecked;
        }

        if (plan.Guard is { } guard)
        {
            var applies = guard.Run(row, list, stack);
            if (applies != 1)
            {
                return applies == Program.Unknown ? CheckOutcome.Unchecked : CheckOutcome.Holds;
            }
        }

        var truth = plan.Body.Run(row, list, stack);
        return truth == Program.Unknown ? CheckOutcome.Unchecked : truth == 1 == plan.Fires ? CheckOutcome.Fails : CheckOutcome.Holds;
    }

    /// <summary>One check, ready to run; no body where the file lacks its figures.</summary>
    private readonly record struct Plan(Program? Guard, Program? Body, bool Fires, int Times, int First, int[] Unless);
}
