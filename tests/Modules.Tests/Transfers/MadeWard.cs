namespace Mandate.Modules.Tests.Transfers;

/// <summary>A ward of a made-up country that counts by a rule of choice, in a folder that is gone after the test.</summary>
internal sealed class MadeWard : MadeFolder
{
    /// <summary>Writes the law, the election and its ballots.</summary>
    public MadeWard(string rule, string blt)
    {
        Write("laws/xx/ward.yaml", $"id: xx/ward\ntitle: {{ en: Made ward }}\nversions:\n  - id: 2020-01-01\n    act: {{ en: Made act }}\n    tiers:\n      - id: wards\n        name: {{ en: Wards }}\n        seats: areas\n        ballot: {{ kind: preferential }}\n        steps: [{{ transfer: {{ rule: {rule}, ties: lot }} }}]\n");
        Write("elections/made/election.yaml", "id: made\ntitle: { en: Made election }\nbody: { en: Council }\ncountry: xx\nlaw: xx/ward@2020-01-01\nsynthetic: yes\ncontests:\n  - id: wards\n");
        Write("elections/made/areas.csv", $"contest,unit,constituency,seats\nwards,ward,ward,{blt.Split(' ', '\n')[1]}\n");
        Write("elections/made/units.csv", "unit,parent,kind,name\nward,,ward,Ward\n");
        Write("elections/made/ballots/ward.blt", blt);
    }

    /// <summary>Ballots in the form BLT from numbers and letters, such as <c>(5, "AB")</c>.</summary>
    public static string Blt(int seats, params (int Count, string Ranking)[] ballots)
    {
        var names = ballots.SelectMany(b => b.Ranking).Distinct().Order().ToList();
        return $"{names.Count} {seats}\n"
            + string.Concat(ballots.Select(b => $"{b.Count} {string.Concat(b.Ranking.Select(c => $"{names.IndexOf(c) + 1} "))}0\n"))
            + "0\n" + string.Concat(names.Select(n => $"\"{n}\"\n"));
    }
}
