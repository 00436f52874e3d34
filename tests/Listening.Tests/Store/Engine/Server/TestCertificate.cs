using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Listening.Tests.Store.Engine.Server;

/// <summary>A certificate for 127.0.0.1 that nobody trusts who does not have its file.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public TestCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=listening tests", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        File = Path.Combine(directory.Path, "certificate.pem");
        System.IO.File.WriteAllText(File, made.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The public part, for who shall trust it.</summary>
    public string File { get; }

    public void Dispose()
    {
        Certificate.Dispose();
        directory.Dispose();
    }
}
