namespace Mandate.Electoral.Tests; public class FirstTest { [Fact] public void Runs() => true.ShouldBeTrue(); }
