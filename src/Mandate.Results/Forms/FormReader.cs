using Mandate.Laws;
using Mandate.Laws.Reading;
using Mandate.Results.Expressions;
using Mandate.Results.Running;

namespace Mandate.Results.Forms;

/// <summary>Reads a form; every fault is noted with line and column.</summary>
internal sealed class FormReader
{
    private readonly Findings findings;
    private readonly string shown;
    private readonly List<Variant> variants = [];
    private readonly List<Figure> figures = [];
    private readonly List<Check> checks = [];

    private FormReader(string shown, Findings findings)
    {
        this.shown = shown;
        this.findings = findings;
    }

    /// <summary>Reads a file.</summary>
    /// <returns>The form, or null after noting every fault.</returns>
    public static Form? Read(string path, string shown, Findings findings) =>
        YamlFile.Open(path, shown, findings) is { } root ? new FormReader(shown, findings).Form(root) : null;

    /// <summary>Reads a text.</summary>
    /// <returns>The form, or null after noting every fault.</returns>
    public static Form? Parse(string text, string shown, Findings findings) =>
        YamlFile.Parse(text, shown, findings) is { } root ? new FormReader(shown, findings).Form(root) : null;

    private Form? Form(YamlEntry root)
    {
        if (root.Map("a form: a mapping of id, title, figures and checks") is not { } map)
        {
            return null;
        }

        var id = map.Required("id")?.Id("an id of the form");
        var title = map.Required("title")?.Words("a title");
        foreach (var entry in map.Optional("variants")?.List("a list of variants") ?? [])
        {
            Variant(entry);
        }

        foreach (var entry in map.Required("figures")?.List("a list of figures") ?? [])
        {
            Figure(entry);
        }

        foreach (var entry in map.Required("checks")?.List("a list of checks") ?? [])
        {
            Check(entry);
        }

        var notes = (map.Optional("notes")?.List("a list of notes") ?? []).Select(n => n.Words("a note")).OfType<Words>().ToList();
        var sources = SourceReader.Read(map.Optional("sources"));
        map.Close();
        return findings.IsEmpty ? new Form(id!, title!, variants, figures, checks, notes, sources) : null;
    }

    private void Variant(YamlEntry entry)
    {
        if (entry.Map("a variant: a mapping of id and title") is not { } map)
        {
            return;
        }

        var id = map.Required("id")?.Id("an id of the variant");
        var title = map.Required("title")?.Words("a title");
        map.Close();
        if (variants.Any(v => v.Id == id))
        {
            entry.Fault($"variant '{id}' a second time", "each variant once");
        }

        variants.Add(new Variant(id ?? string.Empty, title ?? Words.Same(string.Empty)));
    }

    private void Figure(YamlEntry entry)
    {
        if (entry.Map("a figure: a mapping of id and label") is not { } map)
        {
            return;
        }

        var place = map.Required("id");
        var id = place?.Id("an id of the figure");
        if (id is not null && (!IsName(id) || Parser.IsWord(id)))
        {
            place!.Fault("a name as relations write it: small letters and digits, a letter first, single hyphens between, and none of and, or, not, of, abs, sum, count");
        }

        var label = map.Required("label")?.Words("a label");
        var kind = Kind(map.Optional("kind"));
        var required = map.Optional("required")?.Flag("whether every protocol must have it") ?? false;
        var absent = map.Optional("can-be-absent")?.Flag("whether some elections have a form without it") ?? false;
        var only = Only(map);
        var article = map.Optional("article")?.Text("an article");
        map.Close();
        if (required && absent)
        {
            entry.Fault("a figure that is required and can be absent", "one of the two");
        }

        if (id is not null && figures.Any(f => f.Id == id))
        {
            place!.Fault($"figure '{id}' a second time", "each figure once");
        }

        figures.Add(new Figure(id ?? string.Empty, label ?? Words.Same(string.Empty), kind, required, absent, only, article));
    }

    private static bool IsName(string id) => Lexer.Read(id.Replace('_', '-')) is [{ Kind: TokenKind.Name } name, _] && name.Text == id;

    private static FigureKind Kind(YamlEntry? entry)
    {
        const string Kinds = "count, yes-no, votes-per-list or votes-per-candidate";
        switch (entry?.Text(Kinds))
        {
            case null or "count": return FigureKind.Count;
            case "yes-no": return FigureKind.YesNo;
            case "votes-per-list": return FigureKind.VotesPerList;
            case "votes-per-candidate": return FigureKind.VotesPerCandidate;
            default:
                entry.Fault(Kinds);
                return FigureKind.Count;
        }
    }

    private List<string> Only(YamlMap map)
    {
        var only = new List<string>();
        foreach (var item in map.Optional("only")?.OneOrMore() ?? [])
        {
            if (item.Text("a variant") is not { } variant)
            {
                continue;
            }

            if (!variants.Any(v => v.Id == variant))
            {
                item.Fault(variants.Count == 0 ? "no 'only', since the form has no variants" : "one of " + string.Join(", ", variants.Select(v => v.Id)));
            }

            only.Add(variant);
        }

        return only;
    }

    private void Check(YamlEntry entry)
    {
        if (entry.Map("a check: a mapping of code, level, says and one of holds, fires and entry") is not { } map)
        {
            return;
        }

        var place = map.Required("code");
        var code = place?.Text("a code");
        if (code is not null && (code.Length > 24 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')))
        {
            place!.Fault("a code of letters, digits, . and -, at most 24");
        }

        if (code is not null && checks.Any(c => c.Code == code))
        {
            place!.Fault($"code '{code}' a second time", "each code once");
        }

        var level = Level(map.Required("level"));
        var holds = map.Optional("holds");
        var fires = map.Optional("fires");
        var entryRule = Entry(map.Optional("entry"));
        if (new[] { holds is not null, fires is not null, entryRule is not null }.Count(x => x) != 1)
        {
            entry.Fault("a check without exactly one of holds, fires and entry", "holds with a relation that must be true, fires with one that must not, or entry with what happens at entry");
        }

        var forEach = map.Optional("for");
        if (forEach is not null && forEach.Text("each list") is { } each && each != "each list")
        {
            forEach.Fault("each list");
        }

        var when = map.Optional("when");
        var only = Only(map);
        var unless = Unless(map);
        var article = map.Optional("article")?.Text("an article");
        var inferred = map.Optional("inferred")?.Flag("whether it is not from the official form") ?? false;
        var says = Says(map.Required("says"));
        var note = map.Optional("note")?.Words("a note");
        map.Close();
        var relation = holds ?? fires;
        checks.Add(new Check(
            code ?? string.Empty, level, relation?.IsText == true ? relation.Text("a relation") : null, fires is not null, when?.IsText == true ? when.Text("a relation") : null,
            forEach is not null, unless, entryRule, only, article, inferred, says, note)
        {
            Condition = Relation(relation, forEach is not null),
            Guard = Relation(when, forEach is not null),
        });
    }

    private List<string> Unless(YamlMap map)
    {
        var unless = new List<string>();
        foreach (var item in map.Optional("unless")?.OneOrMore() ?? [])
        {
            if (item.Text("a code") is { } code)
            {
                if (!checks.Any(c => c.Code == code))
                {
                    item.Fault("the code of a check above this one");
                }

                unless.Add(code);
            }
        }

        return unless;
    }

    private static CheckLevel Level(YamlEntry? entry)
    {
        switch (entry?.Text("error or warning"))
        {
            case null or "error": return CheckLevel.Error;
            case "warning": return CheckLevel.Warning;
            default:
                entry.Fault("error or warning");
                return CheckLevel.Error;
        }
    }

    private static EntryRule? Entry(YamlEntry? entry)
    {
        const string Rules = "second-entry-differs or returned-for-correction";
        switch (entry?.Text(Rules))
        {
            case null: return null;
            case "second-entry-differs": return EntryRule.SecondEntryDiffers;
            case "returned-for-correction": return EntryRule.ReturnedForCorrection;
            default:
                entry.Fault(Rules);
                return EntryRule.SecondEntryDiffers;
        }
    }

    private static CheckWords Says(YamlEntry? entry)
    {
        var none = Words.Same(string.Empty);
        if (entry?.Map("words for official and, where they differ, for observer") is not { } map)
        {
            return new CheckWords(none, none);
        }

        var official = map.Required("official")?.Words("words for officials") ?? none;
        var observer = map.Optional("observer")?.Words("words for observers") ?? official;
        map.Close();
        return new CheckWords(official, observer);
    }

    private Node? Relation(YamlEntry? entry, bool perList)
    {
        if (entry?.Text("a relation such as found == invalid + sum(votes)") is not { } text)
        {
            return null;
        }

        try
        {
            var node = Parser.Condition(text, id => figures.FirstOrDefault(f => f.Id == id), perList);

            // Tried on the longest ballot, so that no protocol can be too large for it later.
            Compiler.Compile(node, new Layout(figures, new string[Layout.MostLists]));
            return node;
        }
        catch (ExpressionFault fault)
        {
            findings.Add(new Finding(shown, entry.Line, entry.TextColumn + fault.At, fault.Found, fault.Expected));
            return null;
        }
    }
}
