using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads the two steps of double proportional representation: <c>weigh</c> and <c>matrix</c>.</summary>
internal static class MatrixReader
{
    public static WeighStep? Weigh(YamlMap map, string id)
    {
        var per = StepReader.Sum(map.Required("votes-per"));
        var among = map.Optional("among")?.Text("a table's name");
        var rounded = map.Optional("rounded");
        if (rounded?.Text("nearest") is { } word && word != "nearest")
        {
            rounded.Fault("nearest, or nothing where fractions stand");
        }

        var name = StepReader.Named(map, "as");
        return per is null || name is null ? null : new WeighStep(id, per, rounded is not null, name) { Among = among };
    }

    public static MatrixStep? Matrix(YamlMap map, string id)
    {
        var lists = StepReader.Sum(map.Required("seats-of-lists"));
        var kind = map.Optional("areas") is { } areas ? StepReader.Kind(areas) : "constituency";
        var seats = map.Optional("seats-of-areas");
        var sum = seats is null ? TermSum.Parse(TermSum.AreaSeats) : StepReader.Sum(seats);
        var method = MethodReader.Read(map);
        if (method is not null && method != DivisorMethod.SainteLague)
        {
            map.Entry.Fault($"a matrix with {method.Name}", "divisors: sainte-lague");
        }

        var winner = map.Optional("winner-takes-one")?.Flag("whether the strongest list of an area has at least one of its seats") ?? false;
        var ties = StepReader.Ties(map);
        var name = StepReader.Name(map, "as", "seats");
        return lists is null || kind is null || sum is null || method is null ? null : new MatrixStep(id, lists, kind, sum, name) { WinnerTakesOne = winner, Ties = ties };
    }
}
