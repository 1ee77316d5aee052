using System.Text;
using Mandate.Laws;
using Mandate.Laws.Reading;

namespace Mandate.Fuzz.Targets;

/// <summary>A law: read, or faulted with a place.</summary>
internal static class LawTarget
{
    public static void Run(byte[] data)
    {
        var findings = new Findings();
        var law = YamlFile.Parse(Encoding.UTF8.GetString(data), "fuzz.yaml", findings) is { } root ? LawReader.Read(root, "fuzz.yaml") : null;
        Faults.Check(law is not null, findings);
    }
}
