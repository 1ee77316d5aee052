using System.Globalization;
using Mandate.Results;
using Mandate.Results.Forms;
using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Results;

/// <summary>A protocol written in one line: <c>found=9 votes=5/4 candidates=2+3/4 invalid=</c>; what is not named, or named without a value, is blank.</summary>
internal sealed class Sheet
{
    private Sheet(Form form, string? variant, string text)
    {
        var values = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.Last()[1]);
        var figures = form.Figures.Where(f => f.IsOn(variant)).ToList();
        values.Keys.Except(figures.Select(f => f.Id)).ShouldBeEmpty("a figure that the form does not have");
        var candidates = figures.FirstOrDefault(f => f.Kind == FigureKind.VotesPerCandidate) is { } c && values.TryGetValue(c.Id, out var v) ? v.Split('/').Select(l => l.Split('+').Length).ToArray() : [0, 0];
        var layout = new Layout(figures, ["a", "b"], candidates);
        Checks = new CompiledForm(form, layout, variant);
        Row = new long[layout.Width];
        Array.Fill(Row, Layout.Blank);
        foreach (var figure in figures.Where(f => values.GetValueOrDefault(f.Id) is { Length: > 0 }))
        {
            var cells = values[figure.Id].Split('/', '+').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            cells.CopyTo(Row, layout.Start(figure));
        }

        var outcomes = new CheckOutcome[Checks.Outcomes];
        Checks.Evaluate(Row, outcomes);
        Outcomes = Checks.Checks.Select((check, i) => (check.Code, outcomes.AsSpan(Checks.FirstOutcome(i), Checks.Times(i)).ToArray())).ToDictionary(o => o.Code, o => o.Item2);
    }

    public CompiledForm Checks { get; }

    public long[] Row { get; }

    /// <summary>Gets outcomes by code, one a list where the check is for each list.</summary>
    public IReadOnlyDictionary<string, CheckOutcome[]> Outcomes { get; }

    public IEnumerable<string> Failed => Outcomes.Where(o => o.Value.Contains(CheckOutcome.Fails)).Select(o => o.Key);

    public static Sheet Of(Form form, string text, string? variant = null) => new(form, variant, text);

    /// <summary>Why a check failed, for its first list.</summary>
    public Arithmetic Why(string code) => Explainer.Explain(Checks.Checks.Single(c => c.Code == code).Condition!, Checks.Layout, Row, 0);

    public static Form Form(string id)
    {
        var (form, findings) = new FormCatalogue(Repository.Root).Form(id);
        findings.All.ShouldBeEmpty();
        return form!;
    }

    /// <summary>A form with the figures a, b, c, boxes x, y, a number per list v, candidates k, and one check.</summary>
    public static (Form? Form, string Faults) Small(string check, string more = "")
    {
        var findings = new Mandate.Laws.Findings();
        var form = FormReader.Parse(
            $$"""
            id: small
            title: { en: Small }
            figures:
              - { id: a, label: { en: A }, required: yes }
              - { id: b, label: { en: B } }
              - { id: c, label: { en: C }, can-be-absent: yes }
              - { id: x, label: { en: X }, kind: yes-no }
              - { id: y, label: { en: Y }, kind: yes-no }
              - { id: v, label: { en: V }, kind: votes-per-list }
              - { id: k, label: { en: K }, kind: votes-per-candidate }
              - { id: a-b, label: { en: AB } }
            checks:
              - code: S.1
                level: error
                {{check}}
                says: { official: { en: Wrong } }
            {{more}}
            """,
            "small.yaml", findings);
        return (form, string.Join('\n', findings.All));
    }
}
