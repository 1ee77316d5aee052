using System.Text;
using Mandate.Electoral.Certificates;
using Mandate.Reports.Elections;

namespace Mandate.Modules.Tests.Certificates;

/// <summary>The certificate of every election, checked by a program that knows nothing of how seats are found.</summary>
public class CertificateTest
{
    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds.Where(id => File.Exists(Repository.PathTo("elections", id, "expected.yaml")))];

    [Theory, MemberData(nameof(Elections))]
    public void Of_EveryElection_IsProvedFromItsVotes(string id)
    {
        CertificateChecker.Check(Text(id), VoteFile.Of(Repository.PathTo("elections", id)));
    }

    private static string Text(string id)
    {
        var catalogue = Repository.Catalogue;
        var declaration = Declaration.Of(catalogue, catalogue.Election(id).Election!);
        return Encoding.UTF8.GetString(CertificateJson.Write(Certificate.Of(declaration.Outcome), id, declaration.Law.Reference, DeclarationJson.Name(declaration.Outcome.Status)));
    }
}
