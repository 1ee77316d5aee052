using System.Text.Json;
using Mandate.Results;
using Mandate.Results.Counts;

namespace Mandate.Cli.Verbs.Counting;

/// <content>JSON.</content>
internal sealed partial class CountPaper
{
    public string Json(ImportResult result) => Written(json =>
    {
        json.WriteNumber("protocols", result.Report.Protocols);
        json.WriteNumber("accepted", result.Accepted);
        json.WriteNumber("unchanged", result.Unchanged);
        json.WriteNumber("waiting", result.Waiting);
        json.WriteNumber("leftOut", result.LeftOut);
        json.WriteNumber("leaves", count.Leaves);
        json.WriteNumber("errors", result.Report.Errors);
        json.WriteNumber("warnings", result.Report.Warnings);
    });

    public string TallyJson(string unit) => Written(json =>
    {
        Write(json, count.Status([unit])[0]);
        Write(json, "final", count.Totals(unit));
        Write(json, "preliminary", count.Totals(unit, Phase.Preliminary));
    });

    public string StatusJson(string unit) => Written(json =>
    {
        Write(json, count.Status([unit])[0]);
        json.WriteStartArray("units");
        foreach (var status in count.Status(Inside(unit)))
        {
            json.WriteStartObject();
            Write(json, status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Json(CountVerification verification) => ResultsPaper.Written(json =>
    {
        json.WriteBoolean("holds", verification.Holds);
        json.WriteNumber("leaves", verification.Leaves);
        json.WriteNumber("checkpoints", verification.Checkpoints);
        json.WriteNumber("protocols", verification.Protocols);
        json.WriteStartArray("findings");
        foreach (var finding in verification.Findings)
        {
            json.WriteStringValue(finding);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, UnitStatus status)
    {
        json.WriteString("unit", status.Unit.Id);
        json.WriteString("name", status.Unit.Name);
        json.WriteString("kind", status.Unit.Kind);
        json.WriteNumber("due", status.Expected);
        json.WriteNumber("counted", status.Counted);
        json.WriteNumber("preliminaryProtocols", status.Preliminary);
        json.WriteNumber("entering", status.Entering);
        json.WriteNumber("setAside", status.SetAside);
        if (status.SignedOff is { } leaf)
        {
            json.WriteNumber("signedOff", leaf);
        }
        else
        {
            json.WriteNull("signedOff");
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<FigureTotal> totals)
    {
        json.WriteStartArray(name);
        foreach (var total in totals)
        {
            json.WriteStartObject();
            json.WriteString("figure", total.Figure.Id);
            json.WriteString("list", total.List);
            if (total.Known > 0)
            {
                json.WriteNumber("sum", total.Sum);
            }
            else
            {
                json.WriteNull("sum");
            }

            json.WriteNumber("known", total.Known);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private string Written(Action<Utf8JsonWriter> members) => ResultsPaper.Written(json =>
    {
        json.WriteString("election", count.Definition.Election);
        json.WriteBoolean("synthetic", count.Definition.Synthetic);
        json.WriteBoolean("training", count.Definition.Training);
        json.WriteBoolean("declared", count.IsDeclared);
        members(json);
    });
}
