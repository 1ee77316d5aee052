using System.Diagnostics.CodeAnalysis;

namespace Mandate.Web.Tests;

/// <summary>What a test needs and a machine may lack.</summary>
internal static class Need
{
    /// <summary>Skips the test with its reason; in continuous integration the test fails.</summary>
    [DoesNotReturn]
    public static void Missing(string reason)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
