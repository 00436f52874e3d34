using System.Security.Cryptography;

namespace Listening.Desk.Access;

/// <summary>The written form of a key: <c>lk_</c>, eight characters by which it is found, <c>_</c>, its secret.</summary>
/// <param name="Id">The part that may be seen.</param>
/// <param name="Secret">The part that may not.</param>
public readonly record struct ApiKeyText(string Id, string Secret)
{
    private const string Prefix = "lk_";
    private const int IdLength = 8;

    // Without 0, 1, l and o: ids are read aloud.
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>A new key.</summary>
    public static ApiKeyText New() => new(RandomNumberGenerator.GetString(IdLetters, IdLength), Access.Secret.New());

    /// <summary>Reads the written form; null when <paramref name="text"/> is no key.</summary>
    public static ApiKeyText? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var border = Prefix.Length + IdLength;
        if (text.Length is <= 12 or > 100 || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[border] != '_') return null;
        return new(text[Prefix.Length..border], text[(border + 1)..]);
    }

    /// <summary>The written form, secret and all.</summary>
    public string Written() => $"{Prefix}{Id}_{Secret}";

    /// <summary>Without the secret, so that no log line can carry it.</summary>
    public override string ToString() => $"{Prefix}{Id}_…";
}
