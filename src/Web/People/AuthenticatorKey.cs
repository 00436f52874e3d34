using System.Text;
using Listening.Access;
using QRCoder;

namespace Listening.Web.People;

/// <summary>What an authenticator needs: shown once, until it is confirmed.</summary>
/// <param name="Key">The key in base32, in groups of four, for typing.</param>
/// <param name="Url">The same as a link (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).</param>
/// <param name="Size">How many modules the square has on a side.</param>
/// <param name="Path">The dark modules as an SVG path in these units.</param>
public sealed record AuthenticatorKey(string Key, string Url, int Size, string Path)
{
    /// <summary>Of a key and whose it is.</summary>
    public static AuthenticatorKey Of(string key, Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var url = $"otpauth://totp/Listening:{Uri.EscapeDataString(person.Email)}?secret={key}&issuer=Listening";
        using var code = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
            for (var column = 0; column < code.ModuleMatrix[row].Length; column++)
                if (code.ModuleMatrix[row][column]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        return new(string.Join(' ', key.Chunk(4).Select(part => new string(part))), url, code.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>Without the key, so that no log line can carry it.</summary>
    public override string ToString() => nameof(AuthenticatorKey);
}
