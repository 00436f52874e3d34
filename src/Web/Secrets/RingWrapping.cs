using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Listening.Web.Hosting;

namespace Listening.Web.Secrets;

/// <summary>
/// Wraps elements of the key ring with AES-256-GCM (NIST SP 800-38D): one byte of version, 12 of nonce, 16 of tag, the rest. The element's name is bound to
/// it, so that one cannot be put in another's place.
/// </summary>
internal sealed class RingWrapping(byte[] key)
{
    private const byte Version = 1;
    private const int Head = 1 + Nonce + Tag;
    private const int Nonce = 12;
    private const int Tag = 16;

    public byte[] Wrap(string name, XElement element)
    {
        var plain = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        var wrapped = new byte[Head + plain.Length];
        wrapped[0] = Version;
        var nonce = wrapped.AsSpan(1, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, Tag);
        cipher.Encrypt(nonce, plain, wrapped.AsSpan(Head), wrapped.AsSpan(1 + Nonce, Tag), Encoding.UTF8.GetBytes(name));
        CryptographicOperations.ZeroMemory(plain);
        return wrapped;
    }

    /// <summary>Throws <see cref="SettingException"/> when another key wrapped it, or somebody changed it.</summary>
    public XElement Unwrap(string name, byte[] wrapped)
    {
        if (wrapped.Length <= Head || wrapped[0] != Version)
            throw new SettingException(KeyFile.Setting, $"the key ring's element {name} in the relational store is in no form that this program knows");
        var plain = new byte[wrapped.Length - Head];
        try
        {
            using var cipher = new AesGcm(key, Tag);
            cipher.Decrypt(wrapped.AsSpan(1, Nonce), wrapped.AsSpan(Head), wrapped.AsSpan(1 + Nonce, Tag), plain, Encoding.UTF8.GetBytes(name));
            return XElement.Parse(Encoding.UTF8.GetString(plain));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SettingException(KeyFile.Setting,
                "this is not the file that wrapped the key ring in the relational store. Name the right one; when it is lost, delete the rows of the tables key_ring and secrets and give every secret anew");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
