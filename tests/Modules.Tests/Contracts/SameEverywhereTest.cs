using System.Diagnostics;
using System.Globalization;

namespace Mandate.Modules.Tests.Contracts;

/// <summary>The same bytes in every culture and time zone.</summary>
public class SameEverywhereTest
{
    private static readonly string[][] Commands =
    [
        ["declare", "kz-majilis-2021", "--language", "kk"],
        ["declare", "kz-majilis-2023", "--format", "json"],
        ["explain", "kz-majilis-2004", "--language", "ru"],
        ["explain", "kz-majilis-2021", "--seat", "98"],
        ["parliament", "kz", "--on", "2021-01-22", "--compare"],
        ["parliament", "kz", "--on", "2023-02-01", "--format", "json"],
        ["law", "list"],
        ["law", "show", "kz/majilis@2020-05-25"],
        ["declare", "kz-majilis-2021", "--fact", "lists/nation:valid=7"],
        ["declare", "nowhere"],
    ];

    public static TheoryData<string> Cultures => ["tr-TR", "kk-KZ", "de-DE", "ar-SA", "th-TH"];

    [Theory, MemberData(nameof(Cultures))]
    public async Task Run_InACulture_GivesTheSameText(string name)
    {
        var expected = await InAsync(CultureInfo.InvariantCulture);
        (await InAsync(Strange(name))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "kk_KZ.UTF-8")]
    [InlineData("Pacific/Pago_Pago", "tr_TR.UTF-8")]
    public async Task Run_InAnotherProcessZoneAndLocale_GivesTheSameText(string zone, string locale)
    {
        string[] words = ["declare", "kz-majilis-2021", "--language", "kk"];
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mandate-cli"), words)
        {
            RedirectStandardOutput = true,
            Environment = { ["TZ"] = zone, ["LC_ALL"] = locale, ["LANG"] = locale, ["MANDATE_ROOT"] = Repository.Root },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        output.ShouldBe((await Terminal.RunAsync(words)).Out);
    }

    /// <summary>The culture, with signs and separators made stranger still, so that the test works where the machine knows no cultures.</summary>
    private static CultureInfo Strange(string name)
    {
        CultureInfo culture;
        try
        {
            culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        }
        catch (CultureNotFoundException)
        {
            culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        }

        culture.NumberFormat.NegativeSign = "minus";
        culture.NumberFormat.NumberDecimalSeparator = "~";
        culture.NumberFormat.NumberGroupSeparator = "_";
        culture.DateTimeFormat.DateSeparator = "!";
        culture.DateTimeFormat.ShortDatePattern = "d!M!y";
        return culture;
    }

    private static async Task<string> InAsync(CultureInfo culture)
    {
#pragma warning disable RS0030 // The code never reads the current culture; this sets it, to show that nobody does.
        var (before, uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            (-1.5).ToString(CultureInfo.CurrentCulture).ShouldBe((-1.5).ToString(culture));
            var texts = new List<string>();
            foreach (var command in Commands)
            {
                var answer = await Terminal.RunAsync(command);
                texts.Add($"{answer.Code}\n{answer.Out}\n{answer.Error}");
            }

            return string.Join("\n====\n", texts);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore);
        }
#pragma warning restore RS0030
    }
}
