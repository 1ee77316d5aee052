namespace Mandate.Modules.Tests;

public class FirstTest
{
    [Fact]
    public void Runs() => true.ShouldBeTrue();
}
