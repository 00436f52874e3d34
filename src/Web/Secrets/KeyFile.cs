using System.Security.Cryptography;
using Listening.Web.Hosting;

namespace Listening.Web.Secrets;

/// <summary>Setting <c>Secrets:KeyFile</c>: a file of the operator's, at least 32 bytes of chance, which wraps the key ring. Only its owner may read it.</summary>
public static class KeyFile
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "Secrets:KeyFile";

    private const int Shortest = 32;
    private const long Longest = 64 * 1024;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>
    /// The key that the file at <paramref name="path"/> stands for, 32 bytes: HKDF-SHA256 (RFC 5869) over its bytes without a line's end at the end, which
    /// editors add. Throws <see cref="SettingException"/> with the remedy.
    /// </summary>
    public static byte[] Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            CheckMode(file, path);
            if (file.Length > Longest) throw new SettingException(Setting, $"'{path}' is longer than {Longest} bytes: it is no key file");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var written = bytes.AsSpan().TrimEnd("\r\n"u8);
            if (written.Length < Shortest)
                throw new SettingException(Setting, $"'{path}' has fewer than {Shortest} bytes. Make one that nobody guesses: (umask 077; head -c 32 /dev/urandom | base64 > {path})");
            var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, written.ToArray(), 32, info: "listening key ring"u8.ToArray());
            CryptographicOperations.ZeroMemory(bytes);
            return key;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(Setting, $"'{path}' cannot be read ({absent.Message.TrimEnd('.')}). Put the key file back, owned by the user that runs the program; without it no secret can be opened");
        }
    }

    /// <summary>A mode as <c>ls</c> and <c>chmod</c> have it in digits.</summary>
    public static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');

    // Asked of the open file: what is checked is what is read, links included.
    private static void CheckMode(FileStream file, string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var mode = File.GetUnixFileMode(file.SafeFileHandle);
        if ((mode & Others) != 0) throw new SettingException(Setting, $"'{path}' is open to others (mode {Octal(mode)}). Close it: chmod 600 {path}");
    }
}
