using System.Numerics;
using System.Text.Json;
using static Mandate.Modules.Tests.Certificates.CertificateFault;
using static Mandate.Modules.Tests.Certificates.ClaimedInequality;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>
/// Checks a certificate from its text and the election's files alone. It shares no code with what found the seats: it adds
/// votes up, multiplies the inequalities out, and sees whether they are all there that the seats need.
/// </summary>
internal sealed partial class CertificateChecker
{
    private readonly VoteFile file;
    private readonly bool seatsGiven;
    private readonly Dictionary<string, TierBook> books = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DropOuts> dropOuts = new(StringComparer.Ordinal);
    private TierBook book = null!;

    private CertificateChecker(VoteFile file, bool seatsGiven) => (this.file, this.seatsGiven) = (file, seatsGiven);

    /// <summary>Checks everything.</summary>
    /// <param name="text">The certificate.</param>
    /// <param name="file">The election's files.</param>
    /// <param name="seatsGiven">Whether the seats of lists may be given, as for a matrix alone.</param>
    /// <returns>The number of inequalities.</returns>
    /// <exception cref="CertificateFault">It proves nothing; the message says why.</exception>
    public static int Check(string text, VoteFile file, bool seatsGiven = false)
    {
        using var json = JsonDocument.Parse(text);
        return new CertificateChecker(file, seatsGiven).Run(json.RootElement);
    }

    private int Run(JsonElement root)
    {
        Unless(root.GetProperty("format").GetString() == "mandate-certificate/1", "another format");
        var number = 0;
        foreach (var tier in root.GetProperty("tiers").EnumerateArray())
        {
            book = new TierBook(tier, file, new Dictionary<string, TierBook>(books, StringComparer.Ordinal));
            book.CheckAreas();
            foreach (var proof in tier.GetProperty("proofs").EnumerateArray().Select(p => new ClaimedProof(p)))
            {
                foreach (var inequality in proof.Inequalities)
                {
                    Unless(inequality.Holds, $"{proof}: {inequality} does not hold");
                    number++;
                }

                Check(proof);
            }

            book.CheckAllProved();
            book.CheckResult();
            books[book.Id] = book;
        }

        return number;
    }

    private void Check(ClaimedProof proof)
    {
        switch (proof.Rule)
        {
            case "divisors" or "quota" or "divisors-too-few" or "quota-too-few" when proof.Step == "allocate": Allocate(proof); break;
            case "divisors" or "quota" when proof.Step == "size": Size(proof); break;
            case "divisors" or "quota" or "alone" or "held-only" when proof.Step == "distribute": Distribute(proof); break;
            case "nothing-to-share": Nothing(proof); break;
            case "all-dropped-out": AllDroppedOut(proof); break;
            case "give-back": GiveBack(proof); break;
            case "whole-quotas": WholeQuotas(proof); break;
            case "restricted-remainders": Restricted(proof); break;
            case "part": Part(proof); break;
            case "threshold": Admit(proof); break;
            case "condition": Condition(proof); break;
            case "runner-up": Join(proof); break;
            case "sums": Unite(proof); break;
            case "voters" or "voters-rounded": Weigh(proof); break;
            case "first": Bonus(proof); break;
            case "majority": Correct(proof); break;
            case "placed": Level(proof); break;
            case "matrix": Matrix(proof); break;
            case "most-votes" or "share-of-votes": Elect(proof); break;
            case "preferred": break; // Persons on lists have no seats of a table; their inequalities hold.
            case "stages": Transfer(proof); break;
            case "given" when seatsGiven:
                foreach (var (key, value) in book.Own(proof.Writes["seats"], proof.Area)!.Rows)
                {
                    book.Prove(proof.Writes["seats"], proof.Area, key, value);
                }

                break;
            default: throw new CertificateFault($"{proof}: no rule '{proof.Rule}'");
        }
    }

    private void Write(ClaimedProof proof, string role, string area, string key, BigInteger value)
    {
        if (proof.Writes.TryGetValue(role, out var table))
        {
            book.Prove(table, area, key, value);
        }
    }

    /// <summary>Who takes part, from a set, from a table of votes, or everybody who stands.</summary>
    private List<string> Among(ClaimedProof proof)
    {
        var set = proof.Reads.TryGetValue("among", out var among) ? book.Read(among, proof.Area).Rows.Keys.ToList()
            : proof.Reads.TryGetValue("votes", out var votes) ? [.. book.Read(votes, proof.Area).Rows.Keys] : book.Standing(proof.Area);
        return proof.Reads.TryGetValue("votes", out var table) && book.Read(table, proof.Area) is { } rows ? [.. set.Where(rows.Has)]
            : proof.Step == "allocate" ? [.. set.Where(l => book.Stands(proof.Area, l))] : [.. set];
    }

    private BigInteger VotesOf(ClaimedProof proof, string list) =>
        proof.Reads.TryGetValue("votes", out var table) ? book.Read(table, proof.Area)[list] : book.Votes(proof.Area, list);

    /// <summary>The parties of a proof are these and no others.</summary>
    private static void Parties(ClaimedProof proof, IEnumerable<string> expected) =>
        Unless(proof.Parties.Select(p => p.Id).ToHashSet(StringComparer.Ordinal).SetEquals(expected) && proof.Parties.DistinctBy(p => p.Id).Count() == proof.Parties.Count, $"{proof}: the parties are not those who take part");

    private static string Votes(BigInteger votes) => Product(("votes", votes));

    /// <summary>Somebody's value against a cut that those with a seat reach and those without do not.</summary>
    private static void Cut(ClaimedProof proof, string last, string next, IEnumerable<(string Id, bool Won, string Left, string Right)> all)
    {
        var parties = all.ToList();
        foreach (var (id, won, left, right) in parties)
        {
            proof.One(won ? last : next, id).Is(won ? "> >= =" : "< =", left, right);
        }

        var lost = parties.Where(p => !p.Won && proof.One(next, p.Id).Relation == "=").Select(p => p.Id).ToList();
        proof.Ties(parties.Where(p => p.Won && proof.One(last, p.Id).Relation == "=").Select(p => p.Id), lost);
    }

    private sealed record DropOuts(List<string> Lists, BigInteger House);
}
