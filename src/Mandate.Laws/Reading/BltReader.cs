using System.Globalization;
using Mandate.Electoral;
using Mandate.Electoral.Transfers;

namespace Mandate.Laws.Reading;

/// <summary>Reads a BLT text token by token. A fault inside a ballot does not end the reading; one that leaves open what follows does.</summary>
internal sealed class BltReader(TextReader text, string shown, Findings findings)
{
    private const int MostGroups = 5_000_000;
    private const string Whole = "a whole number";

    private readonly BltTokens tokens = new(text);
    private readonly PreferenceBallots.Builder ballots = new();
    private readonly HashSet<int> withdrawn = [];
    private readonly List<string> names = [];
    private readonly List<(int Line, int Column)> namesAt = [];
    private bool faulty;
    private int candidates;

    public BltFile? Read()
    {
        if (Number("the number of candidates", 1, BltFile.MostCandidates) is not { } number)
        {
            return null;
        }

        candidates = (int)number;
        if (Number("the number of seats", 1, Apportionment.LargestHouse) is not { } seats)
        {
            return null;
        }

        var seatsAt = tokens.At;
        if (!Ballots() || !Names())
        {
            return null;
        }

        var title = Title();
        if (faulty || title is null)
        {
            return null;
        }

        var stand = Enumerable.Range(0, candidates)
            .Select(i => (i + 1).ToString(CultureInfo.InvariantCulture)).Select((id, i) => new BallotCandidate(id, id, withdrawn.Contains(i))).ToList();
        return new BltFile(title, (int)seats, names, ballots.Build(stand)) { SeatsAt = seatsAt, NamesAt = namesAt };
    }

    /// <summary>A number of the first line.</summary>
    private long? Number(string what, long least, long most)
    {
        tokens.Next();
        if (tokens.Kind == BltToken.Number && tokens.Number >= least && tokens.Number <= most)
        {
            return tokens.Number;
        }

        Fault(string.Create(CultureInfo.InvariantCulture, $"{what}, {Whole} from {least} to {most}"));
        return null;
    }

    /// <summary>Withdrawn candidates and ballots up to the 0 that ends them; false where the text ends before it.</summary>
    private bool Ballots()
    {
        var ranking = new int[candidates];
        for (var groups = 0; ;)
        {
            tokens.Next();
            switch (tokens.Kind)
            {
                case BltToken.End or BltToken.Text:
                    Fault("a ballot, or 0 after the last ballot");
                    return false;
                case BltToken.Number when tokens.Number == 0:
                    return true;
                case BltToken.Number when tokens.Number < 0 && groups == 0:
                    Withdraw();
                    break;
                case BltToken.Number when tokens.Number is > 0 and <= PreferenceBallots.MostBallots && ballots.Total <= PreferenceBallots.MostBallots - tokens.Number:
                    if (++groups > MostGroups)
                    {
                        Fault(string.Create(CultureInfo.InvariantCulture, $"at most {MostGroups} lines of ballots; equal ballots can share one"));
                        return false;
                    }

                    Ballot(tokens.Number, ranking);
                    break;
                default:
                    Fault(tokens.Kind == BltToken.Number && tokens.Number < 0
                        ? "those who withdrew before the first ballot"
                        : string.Create(CultureInfo.InvariantCulture, $"how many ballots there are of this kind, {Whole}, and at most {PreferenceBallots.MostBallots} in all"));
                    tokens.SkipLine();
                    break;
            }
        }
    }

    private void Withdraw()
    {
        if (tokens.Number < -candidates)
        {
            Fault(string.Create(CultureInfo.InvariantCulture, $"a candidate from -1 to -{candidates}"));
        }
        else if (!withdrawn.Add((int)-tokens.Number - 1))
        {
            Fault("each candidate once among those who withdrew");
        }
    }

    /// <summary>The preferences of a ballot up to its 0.</summary>
    private void Ballot(long count, int[] ranking)
    {
        var line = tokens.At.Line;
        var length = 0;
        var sound = true;
        while (true)
        {
            if (!tokens.NextOnLine(line))
            {
                Fault("the end of the line", "0 at the end of a ballot");
                return;
            }

            if (tokens.Kind == BltToken.Number && tokens.Number == 0)
            {
                if (sound)
                {
                    ballots.Add(count, ranking.AsSpan(0, length));
                }

                return;
            }

            if (tokens.Kind != BltToken.Number || tokens.Number < 0 || tokens.Number > candidates)
            {
                sound = false;
                Fault(string.Create(CultureInfo.InvariantCulture, $"a candidate from 1 to {candidates}, or 0 at the end of a ballot"));
            }
            else if (ranking.AsSpan(0, length).Contains((int)tokens.Number - 1))
            {
                sound = false;
                Fault($"candidate {tokens.Number} a second time", "each candidate once on a ballot");
            }
            else
            {
                ranking[length++] = (int)tokens.Number - 1;
            }
        }
    }

    private bool Names()
    {
        for (var i = 1; i <= candidates; i++)
        {
            tokens.Next();
            if (tokens.Kind != BltToken.Text || tokens.Text.Length == 0)
            {
                Fault(string.Create(CultureInfo.InvariantCulture, $"the name of candidate {i} in quotes, at most {BltTokens.MostCharacters} characters on one line"));
                return false;
            }

            if (names.Contains(tokens.Text))
            {
                Fault("a name of its own for each candidate");
            }

            names.Add(tokens.Text);
            namesAt.Add(tokens.At);
        }

        return true;
    }

    /// <summary>The title, empty where the text ends without one; null after a fault.</summary>
    private string? Title()
    {
        tokens.Next();
        if (tokens.Kind == BltToken.End)
        {
            return string.Empty;
        }

        if (tokens.Kind != BltToken.Text)
        {
            Fault("the title in quotes");
            return null;
        }

        var title = tokens.Text;
        tokens.Next();
        if (tokens.Kind == BltToken.End)
        {
            return title;
        }

        Fault("nothing after the title");
        return null;
    }

    private void Fault(string expected) => Fault(tokens.Shown, expected);

    private void Fault(string found, string expected)
    {
        faulty = true;
        findings.Add(new Finding(shown, tokens.At.Line, tokens.At.Column, found, expected));
    }
}
