using Mandate.Electoral;

namespace Mandate.Reports.Elections;

/// <content>The matrix of a lower apportionment.</content>
internal sealed partial class Teller
{
    /// <summary>A row for each area and a column for each list, with the divisors of both and the seats of both.</summary>
    private TableBlock Matrix(StepTrace trace)
    {
        var lists = trace.Rows.Where(r => r.Outcome == "list" && (only is null || r.Contender == only)).ToList();
        var areas = trace.Rows.Where(r => r.Outcome == "area").ToList();
        return new TableBlock(
            speech.Say("step.matrix"),
            [
                new Column(speech.Say("column.area")),
                new Column(speech.Say("column.divisor"), Right: true),
                .. lists.Select(l => new Column(Name(l.Contender!), Right: true)),
                new Column(speech.Say("column.seats"), Right: true),
            ],
            [
                new Row([speech.Say("column.list-divisor"), string.Empty, .. lists.Select(l => Worth(l, "divisor")), string.Empty], RowWeight.Faint),
                .. areas.Select(a => new Row([AreaName(a.Contender!), Worth(a, "divisor"), .. lists.Select(l => Worth(a, "seats." + l.Contender)), Worth(a, "seats")])),
                new Row([speech.Say("row.total"), string.Empty, .. lists.Select(l => Worth(l, "seats")), speech.Value(trace.Arguments["seats"], Name)], RowWeight.Strong),
            ]);
    }
}
