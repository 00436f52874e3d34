using Listening.Web.Hosting;

namespace Listening.Web.Cases;

/// <summary>Where a customer's record stands in another system.</summary>
/// <param name="Template">An address with <c>{handle}</c>, <c>{author}</c>, <c>{name}</c> or <c>{source}</c> in it; null where there is none.</param>
public sealed record CustomerRecord(string? Template)
{
    /// <summary>Reads <c>Cases:CustomerRecord</c>. Throws <see cref="SettingException"/>.</summary>
    public static CustomerRecord Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Cases:CustomerRecord"] is not { Length: > 0 } template) return new((string?)null);
        var record = new CustomerRecord(template);
        return Uri.TryCreate(record.Of("x", "x", "x", "x"), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? record
            : throw new SettingException("Cases:CustomerRecord", $"'{template}' is no web address. Example: https://crm.example.com/search?q={{handle}}");
    }

    /// <summary>The address of somebody's record, with everything that they say of themselves escaped; null where there is no template.</summary>
    public string? Of(string source, string author, string handle, string name) => Template?
        .Replace("{source}", Uri.EscapeDataString(source), StringComparison.Ordinal).Replace("{author}", Uri.EscapeDataString(author), StringComparison.Ordinal)
        .Replace("{handle}", Uri.EscapeDataString(handle), StringComparison.Ordinal).Replace("{name}", Uri.EscapeDataString(name), StringComparison.Ordinal);
}
