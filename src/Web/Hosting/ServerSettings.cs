using Listening.Web.Security;

namespace Listening.Web.Hosting;

/// <summary>Settings of the server that are checked before anything is opened, so that a mistake is one sentence and costs nothing.</summary>
public static class ServerSettings
{
    /// <summary>Setting <c>Retention</c>, a time such as <c>365.00:00:00</c>; null keeps everything. Throws <see cref="SettingException"/>.</summary>
    public static TimeSpan? Retention(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Retention"] is not { Length: > 0 } text) return null;
        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var age) && age >= Jobs.Retention.Shortest
            ? age
            : throw new SettingException("Retention", $"'{text}' is no time of at least a day. Example: 365.00:00:00 for a year");
    }

    /// <summary>Checks that section <c>Security</c> can be read. Throws <see cref="SettingException"/>.</summary>
    public static void CheckSecurity(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        try
        {
            configuration.GetSection("Security").Get<SecurityOptions>();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new SettingException("Security", unreadable.Message.TrimEnd('.'));
        }
    }

    /// <summary>Checks that each of <paramref name="urls"/>, separated by <c>;</c>, can be listened on. Throws <see cref="SettingException"/>.</summary>
    public static void CheckUrls(string urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException)
            {
                throw new SettingException("--urls", $"'{url}' is no address to listen on. Example: {ServeOptions.DefaultUrls}");
            }
    }
}
