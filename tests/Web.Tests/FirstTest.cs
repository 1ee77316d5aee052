namespace Mandate.Web.Tests; public class FirstTest { [Fact] public void Runs() => true.ShouldBeTrue(); }
