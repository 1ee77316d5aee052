using System.Text.RegularExpressions;

namespace Mandate.Archive.Citations;

/// <summary>From a citation as people type or print it to what it names. Safe to use from several threads.</summary>
/// <remarks>
/// It reads; whether the archive has the page is for the store to say (<see cref="CitationTarget.Query"/>). An abbreviation that
/// two titles share gives a target for each. A pattern that takes over two seconds on one text, which only a text made for it can
/// bring about, tells what it found until then.
/// </remarks>
internal sealed class Navigator
{
    /// <summary>The longest text that is read as a typed citation, in letters.</summary>
    public const int LongestTyped = 500;

    /// <summary>How many letters of a page are read.</summary>
    public const int LongestPage = 200_000;

    /// <summary>How many citations of a page are told.</summary>
    public const int MostTargets = 1000;

    private readonly List<Reading> readings = [];
    private readonly PatternIndex index;

    /// <summary>Takes the patterns of all titles.</summary>
    /// <param name="patterns">Those with faults are left out and told in <see cref="Faults"/>.</param>
    public Navigator(IReadOnlyList<CitationPattern> patterns)
    {
        var faults = new List<PatternFault>();
        foreach (var pattern in patterns)
        {
            var (nodes, wrong) = PatternReader.Read(pattern);
            faults.AddRange(wrong);
            if (wrong.Count == 0)
            {
                readings.Add(new Reading(pattern, nodes));
            }
        }

        Faults = faults;
        index = new PatternIndex([.. readings.Select(reading => reading.Nodes)]);
    }

    /// <summary>What is wrong with patterns, in their order.</summary>
    public IReadOnlyList<PatternFault> Faults { get; }

    /// <summary>Reads a typed citation, and where the text is more than one citation alone, those inside it.</summary>
    /// <param name="text">What was typed; of more than <see cref="LongestTyped"/> letters nothing is found.</param>
    /// <returns>The targets, in the order of the text, then of the patterns; empty where nothing is named.</returns>
    public IReadOnlyList<CitationTarget> Find(string text)
    {
        if (text.Length > LongestTyped)
        {
            return [];
        }

        var folded = CitationFold.Fold(text);
        var start = folded.Length - folded.TrimStart(' ').Length;
        var core = folded.Trim(' ').TrimEnd('.', ',', ';', ':', ' ');
        var targets = new List<CitationTarget>();
        foreach (var candidate in index.Candidates(core))
        {
            targets.AddRange(readings[candidate].Whole(core).Select(target => target with { Start = start }));
        }

        return targets.Count > 0 ? Told(targets) : FindAll(text);
    }

    /// <summary>Finds the citations in a longer text, such as a page's raw text.</summary>
    /// <param name="text">The text; its first <see cref="LongestPage"/> letters are read.</param>
    /// <returns>At most <see cref="MostTargets"/> targets, in the order of the text, then of the patterns. None lies inside another's longer place.</returns>
    public IReadOnlyList<CitationTarget> FindAll(string text)
    {
        var folded = CitationFold.Fold(text.AsSpan(0, Math.Min(text.Length, LongestPage)));
        var targets = new List<CitationTarget>();
        foreach (var candidate in index.Candidates(folded))
        {
            targets.AddRange(readings[candidate].Inside(folded));
        }

        return Told(targets);
    }

    private static List<CitationTarget> Told(List<CitationTarget> targets)
    {
        var told = new List<CitationTarget>();
        var end = 0;
        var longest = (Start: 0, Length: 0);
        foreach (var target in targets.OrderBy(target => target.Start).ThenByDescending(target => target.Length))
        {
            // By start and then from long to short, a target lies inside an earlier one where it ends no later than all before.
            if ((target.Start + target.Length <= end && (target.Start, target.Length) != longest) || told.Exists(other => Same(other, target)))
            {
                continue;
            }

            if (target.Start + target.Length > end)
            {
                end = target.Start + target.Length;
                longest = (target.Start, target.Length);
            }

            told.Add(target);
            if (told.Count == MostTargets)
            {
                break;
            }
        }

        return told;
    }

    private static bool Same(CitationTarget one, CitationTarget other) =>
        one.Start == other.Start && one.Length == other.Length && one.TitleId == other.TitleId && one.Query == other.Query;

    /// <summary>A pattern ready to read; its expressions are made when they are first needed.</summary>
    private sealed class Reading(CitationPattern pattern, IReadOnlyList<PatternNode> nodes)
    {
        private readonly Lazy<Regex> whole = new(() => new PatternCompiler(strict: false).Compile(nodes));
        private readonly Lazy<Regex> inside = new(() => new PatternCompiler(strict: true).Compile(nodes));

        public IReadOnlyList<PatternNode> Nodes => nodes;

        /// <summary>The text as one citation; none or one.</summary>
        public List<CitationTarget> Whole(string folded) => Read(whole.Value, folded);

        /// <summary>The citations inside a text.</summary>
        public List<CitationTarget> Inside(string folded) => Read(inside.Value, folded);

        private List<CitationTarget> Read(Regex expression, string folded)
        {
            var targets = new List<CitationTarget>();
            try
            {
                var match = expression.Match(folded);
                while (match.Success && targets.Count < MostTargets)
                {
                    var target = CitationParts.IsTorn(folded, match.Index) ? null : Target(match);
                    if (target is not null)
                    {
                        targets.Add(target);
                    }

                    match = expression.Match(folded, target is null ? match.Index + 1 : match.Index + match.Length);
                }
            }
            catch (RegexMatchTimeoutException)
            {
                // A text made to mislead: what was found up to here stands.
            }

            return targets;
        }

        private CitationTarget? Target(Match match) =>
            CitationParts.Of(match) is { } parts ? new CitationTarget(pattern.TitleId, pattern.Id, parts, match.Index, match.Length) : null;
    }
}
