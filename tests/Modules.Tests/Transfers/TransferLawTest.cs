namespace Mandate.Modules.Tests.Transfers;

/// <summary>What the step <c>transfer</c> takes, and what it refuses.</summary>
public class TransferLawTest
{
    [Theory]
    [InlineData("rule: scottish")]
    [InlineData("rule: scottish, ties: lot, for: each constituency, as: won")]
    [InlineData("rule: instant-runoff, until: majority, ties: lot")]
    [InlineData("rule: instant-runoff, until: two-left")]
    [InlineData("rule: dail, ties: lot")]
    [InlineData("rule: seanad, ties: lot")]
    [InlineData("rule: meek, ties: lot")]
    [InlineData("rule: wright")]
    public async Task Check_SoundStep_HasNoFault(string arguments)
    {
        var (answer, path) = await CheckAsync(arguments);
        answer.Error.ShouldBeEmpty();
        answer.Code.ShouldBe(0);
        answer.Out.ShouldStartWith($"{path}: xx/ward, 1 version");
    }

    [Theory]
    [InlineData("ties: lot", "11:29: found no 'rule'; expected the key 'rule'")]
    [InlineData("rule: warren", "11:37: found 'warren'; expected a rule of transfer: one of scottish, instant-runoff, dail, seanad, meek, wright")]
    [InlineData("rule: meek, until: majority", "11:50: found 'majority'; expected no 'until', which belongs to instant-runoff")]
    [InlineData("rule: scottish, until: majority", "11:54: found 'majority'; expected no 'until', which belongs to instant-runoff")]
    [InlineData("rule: instant-runoff, until: three-left", "11:60: found 'three-left'; expected majority or two-left")]
    [InlineData("rule: scottish, for: nation", "11:52: found 'nation'; expected each constituency, or nothing: ballots of several constituencies are not counted together")]
    [InlineData("rule: scottish, ties: more-votes", "11:53: found 'more-votes'; expected lot, or nothing: earlier stages are part of the rule")]
    [InlineData("rule: scottish, quota: droop", "11:47: found the key 'quota'; expected one of id, article, when, for, rule, until, ties, as")]
    public async Task Check_OneFault_SaysItWhole(string arguments, string message)
    {
        var (answer, path) = await CheckAsync(arguments);
        answer.Out.ShouldBeEmpty();
        answer.Error.ShouldStartWith($"{path}:{message}\n");
        answer.Code.ShouldBe(1);
    }

    private static async Task<(Answer Answer, string Path)> CheckAsync(string arguments)
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("mandate-").FullName, "ward.yaml");
        await File.WriteAllTextAsync(
            path,
            $$"""
            id: xx/ward
            title: { en: Elections }
            versions:
              - id: "2020"
                act: { en: Act }
                tiers:
                  - id: wards
                    name: { en: Wards }
                    seats: areas
                    ballot: { kind: preferential }
                    steps: [{ transfer: { {{arguments}} } }]
            """,
            TestContext.Current.CancellationToken);
        return (await Terminal.RunAsync("law", "check", path), path);
    }
}
