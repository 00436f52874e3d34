using System.Data.Common;
using System.Globalization;
using Listening.Access;
using Listening.Desk;
using Listening.Desk.People;
using Listening.Desk.Secrets;
using Listening.Store;
using Listening.Store.Engine;
using Listening.Store.Schema;
using Listening.Storing;
using Listening.Web.Commands;
using Listening.Web.Hosting;
using Listening.Web.OpenId;
using Listening.Web.Proxying;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>What a doctor sees in the data of a directory that no server has open.</summary>
public static class DataChecks
{
    /// <summary>Looks. The store is opened as at a start of this program, which brings an older one up to date; what does not exist yet is not made.</summary>
    public static async Task<IReadOnlyList<CheckView>> LookAsync(DataDirectory data, string urls, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        List<CheckView> checks =
        [
            MachineChecks.Named("store", Directory.Exists(data.ClickHouse) ? await StoreAsync(data, time, cancellationToken) : Finding.Well("There are no posts yet.")),
            MachineChecks.Named("desk", await DeskAsync(data, cancellationToken)),
        ];
        // What cannot be read is told by the checks before.
        if (Settings(data) is not { } settings) return checks;
        checks.AddRange(SetupChecks.Look(settings, data, urls, time));
        checks.Add(MachineChecks.Named("sign-in", await AccessChecks.SignInAsync(SignInDoors.Read(settings), time, cancellationToken)));
        if (checks.Exists(check => check.Name is "desk" or "keys" && check.Status == "failed")) return checks;
        var operational = OperationalStore.Read(settings, data);
        checks.Add(MachineChecks.Named("secrets", await SecretsAsync(operational, data, time, cancellationToken)));
        checks.Add(MachineChecks.Named("admin", await AdminAsync(operational, time, cancellationToken)));
        return checks;
    }

    private static async Task<HealthCheckResult> AdminAsync(OperationalStore operational, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!operational.IsBegun) return Finding.Well("Nobody has been here: the first start prints the link of the first admin.");
        await using var desk = operational.Desk();
        return (await desk.SchemaAsync(cancellationToken)).Missing.Count > 0
            ? Finding.Well("Who is admin is looked up after the next start.")
            : await AccessChecks.AdminAsync(new Staff(desk, time), cancellationToken);
    }

    private static async Task<bool> KeepsAnyAsync(OperationalStore operational, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var desk = operational.Desk();
        return (await desk.SchemaAsync(cancellationToken)).Missing.Count == 0 && (await new ProtectedSecrets(desk, time).ListAsync(cancellationToken)).Count > 0;
    }

    private static IConfigurationRoot? Settings(DataDirectory data)
    {
        try
        {
            var settings = new ConfigurationBuilder().AddListening(data).Build();
            _ = (ProxySettings.Read(settings), BackupCheck.Within(settings), SignInDoors.Read(settings), OperationalStore.Read(settings, data));
            return settings;
        }
        catch (Exception exception) when (exception is SettingException or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<HealthCheckResult> SecretsAsync(OperationalStore operational, DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            // A look changes nothing: without secrets no ring is opened, and an older store stays as it is.
            if (!operational.IsBegun || !await KeepsAnyAsync(operational, time, cancellationToken)) return Finding.Well("No secret is kept.");
            await using var door = await SecretDoor.OpenAsync(data, time, cancellationToken);
            return await SecretChecks.LookAsync(door.Secrets, (ISecretReader)door.Secrets, cancellationToken);
        }
        catch (SettingException wrong)
        {
            return Finding.Failed(wrong.Message, "The sentence says how.");
        }
    }

    private static async Task<HealthCheckResult> StoreAsync(DataDirectory data, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var configuration = new ConfigurationBuilder().AddListening(data).Build();
            await using var store = await StoreRoom.OpenAsync(StoreSettings.Read(configuration, data), time, cancellationToken);
            var figures = await store.FiguresAsync(cancellationToken);
            var (known, _) = await store.SchemaAsync(cancellationToken);
            return Finding.Well(
                string.Create(CultureInfo.InvariantCulture, $"ClickHouse {figures.Engine} opens it: {figures.Rows:N0} rows, {figures.Bytes / 1e6:N0} MB, {figures.Parts:N0} parts, schema {known[^1]}."),
                ("engine", figures.Engine), ("rows", figures.Rows), ("bytes", figures.Bytes), ("parts", figures.Parts), ("schema", known[^1]));
        }
        catch (Exception exception) when (exception is EngineInUseException or EngineUnavailableException or SchemaConflictException or StoreQueryException or SettingException or IOException or UnauthorizedAccessException)
        {
            return Finding.Failed($"The store cannot be opened: {exception.Message}", "The sentence says why; posts that were stored are kept. A backup is the last resort.");
        }
    }

    private static async Task<HealthCheckResult> DeskAsync(DataDirectory data, CancellationToken cancellationToken)
    {
        try
        {
            var operational = OperationalStore.Read(new ConfigurationBuilder().AddListening(data).Build(), data);
            if (!operational.IsBegun) return Finding.Well("There are no keys yet.");
            await using var desk = operational.Desk();
            var (missing, unknown) = await desk.SchemaAsync(cancellationToken);
            if (unknown.Count > 0) return Finding.Failed($"The relational store was written by a newer version: {string.Join(", ", unknown)}.", "Run that version.");
            return Finding.Well(missing.Count == 0 ? "The relational store can be read." : $"The relational store can be read; the next start brings it up to date ({missing.Count} migrations).");
        }
        catch (Exception exception) when (exception is DeskUnavailableException or SettingException)
        {
            return Finding.Failed(exception.Message, "The sentence says why; Storage:Operational is where the address stands.");
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            return Finding.Failed($"The relational store cannot be read: {exception.Message}", $"Put {data.Desk} back from a backup, or move it away: a new one begins without keys.");
        }
    }
}
