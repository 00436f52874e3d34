using System.Net;
using Listening.Web.Hosting;
using Listening.Web.Proxying;
using Listening.Web.Secrets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>What a doctor sees of how the program is set up: who can reach it, whether what they send can be read on the way, and where its keys lie.</summary>
public static class SetupChecks
{
    // What a secret's name has in it; Storage's addresses may carry a password.
    private static readonly string[] SecretWords = ["Secret", "Password", "Token", "ApiKey"];

    /// <summary>Looks at settings that could be read; <paramref name="urls"/> (separated by <c>;</c>) is where it listens.</summary>
    public static IEnumerable<CheckView> Look(IConfiguration configuration, DataDirectory data, string urls, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(urls);
        var proxy = ProxySettings.Read(configuration);
        yield return MachineChecks.Named("https", Https(proxy, urls));
        yield return MachineChecks.Named("proxy", Proxy(proxy));
        yield return MachineChecks.Named("hosts", Hosts(NamedHosts.Read(configuration, proxy), proxy, urls));
        yield return MachineChecks.Named("keys", Keys(configuration, data));
        yield return MachineChecks.Named("plain", Plain(configuration));
        yield return MachineChecks.Named("mail", Finding.Well("No mail is sent: invitations and new passwords are links that an admin passes on, so no mail server is needed."));
        yield return MachineChecks.Named("backup", BackupCheck.Look(configuration, data, time));
        yield return MachineChecks.Named("time", Time(data, time));
    }

    private static HealthCheckResult Https(ProxySettings proxy, string urls)
    {
        if (proxy.PublicAddress is { } address && !address.IsLoopback)
            return address.Scheme == Uri.UriSchemeHttps
                ? Finding.Well($"People reach it at {address}.")
                : Finding.Warning($"People reach it at {address}: what they send, passwords too, can be read on the way.", "Give the reverse proxy a certificate and set Proxy:PublicAddress to https://….");
        var open = Split(urls).Where(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !IsLoopback(url)).ToList();
        if (open.Count == 0) return Finding.Well("Only this machine reaches it, or it is reached over https.");
        return proxy.Forwarding
            ? Finding.Warning($"It listens at {string.Join(", ", open)} without https, where others than the proxy may reach it.", "Let it listen on loopback or on a network that only the proxy is in.")
            : Finding.Warning($"It listens at {string.Join(", ", open)} without https: what people send, passwords too, can be read on the way.",
                "Put a reverse proxy with https before it (README, Behind a reverse proxy), or give Kestrel a certificate: Kestrel:Certificates:Default:Path and :KeyPath.");
    }

    private static HealthCheckResult Proxy(ProxySettings proxy)
    {
        if (proxy.Known.Where(network => network.PrefixLength == 0).Select(network => network.ToString()).FirstOrDefault() is { } all)
            return Finding.Warning($"Proxy:Known has {all}: everybody is believed who says for whom they ask.", "Name the proxy's own address.");
        if (proxy.PublicAddress is not null && !proxy.Forwarding)
            return Finding.Warning("Proxy:PublicAddress is set and no proxy is named: all its visitors count as one address, and https is not seen.", "Set Proxy:Known to the proxy's address.");
        return Finding.Well(proxy.Forwarding ? $"What {string.Join(", ", proxy.Known)} says of visitors is believed, and nobody else." : "No proxy is named, so none is believed.");
    }

    private static HealthCheckResult Hosts(NamedHosts named, ProxySettings proxy, string urls)
    {
        if (named.Names.Contains("*")) return Finding.Warning("AllowedHosts is *: a name that a stranger points here is answered, and links are made of it.", "Name the host names that people use.");
        return named.Names.Count == 0 && (proxy.Forwarding || Split(urls).Any(url => !IsLoopback(url)))
            ? Finding.Warning("It can be reached from elsewhere and has no host name: only this machine's own names are answered.", "Set Proxy:PublicAddress, or AllowedHosts to the names that people use.")
            : Finding.Well(named.Names.Count == 0 ? "Only this machine's own names are answered." : $"It answers to {string.Join(", ", named.Names)}.");
    }

    private static HealthCheckResult Keys(IConfiguration configuration, DataDirectory data)
    {
        if (configuration[KeyFile.Setting] is { Length: > 0 } file)
        {
            try
            {
                KeyFile.Read(file);
            }
            catch (SettingException unusable)
            {
                return Finding.Failed(unusable.Message, "The sentence says how.");
            }

            return Path.GetFullPath(file).StartsWith(data.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                ? Finding.Warning($"The key file {file} lies in the data directory: who copies the data has the key too.", "Keep it elsewhere, and set Secrets:KeyFile to where.")
                : Finding.Well("The key ring is wrapped by the key file, which is closed to others.");
        }

        if (KeyRingFolder.Open(data.Keys) is var (open, mode))
            return Finding.Failed(
                $"{open} of the key ring is open to others (mode {KeyFile.Octal(mode)}): they may have read every secret.",
                $"chmod -R go= {data.Keys} and give every secret anew: 'listening secret list' names them.");
        return Finding.Well("The key ring is closed to others. Back it up with the data; a copy of the database alone opens no secret.");
    }

    private static HealthCheckResult Plain(IConfiguration configuration)
    {
        if (configuration is not IConfigurationRoot root) return Finding.Well("Settings were not looked through.");
        var files = root.Providers.OfType<FileConfigurationProvider>().ToList();
        var plain = configuration.AsEnumerable()
            .Where(entry => entry.Value is { Length: > 0 } value && !SecretReference.Is(value) && IsSecret(entry.Key, value))
            .Where(entry => files.Exists(file => file.TryGet(entry.Key, out var there) && there == entry.Value))
            .Select(entry => entry.Key).Order(StringComparer.Ordinal).ToList();
        return plain.Count == 0
            ? Finding.Well("No settings file has a password or token in plain.")
            : Finding.Warning($"A settings file has in plain: {string.Join(", ", plain)}.", "Keep it with 'listening secret set NAME' and write secret:NAME where that is understood; else give it by the environment.");
    }

    private static bool IsSecret(string key, string value)
    {
        var name = key[(key.LastIndexOf(':') + 1)..];
        return SecretWords.Any(word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            || (key.StartsWith("Storage:", StringComparison.OrdinalIgnoreCase)
                && (value.Contains("password=", StringComparison.OrdinalIgnoreCase) || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Contains(':', StringComparison.Ordinal))));
    }

    private static HealthCheckResult Time(DataDirectory data, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var newest = new DirectoryInfo(data.Path).EnumerateFiles().Select(file => (DateTimeOffset)file.LastWriteTimeUtc).DefaultIfEmpty(now).Max();
        return newest > now + ClockHealth.Allowed
            ? Finding.Warning($"The clock says {now:u}, and a file of the data was written at {newest:u}: the clock was set back.", "Set the clock, and let the machine keep it by NTP; every wait is measured with it.")
            : Finding.Well($"The clock says {now:u}, later than everything that is stored.");
    }

    private static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url) is { IsUnixPipe: false } address ? address.Host.Trim('[', ']') : "localhost";
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
