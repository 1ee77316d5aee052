namespace Mandate.Modules.Tests.Certificates;

/// <summary>Why a certificate proves nothing.</summary>
internal sealed class CertificateFault(string message) : Exception(message)
{
    public static void Unless(bool holds, string message)
    {
        if (!holds)
        {
            throw new CertificateFault(message);
        }
    }
}
