using System.Globalization;
using System.Runtime.InteropServices;
using Listening.Store.Engine;
using Listening.Storing;
using Listening.Web.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Listening.Web.Health;

/// <summary>What a doctor sees without opening any data: the machine, its memory, disk and ports, and the settings.</summary>
public static class MachineChecks
{
    private const long LittleMemory = 2L << 30;

    /// <summary>Looks; <paramref name="serving"/> when a server runs on the directory, which then has the ports.</summary>
    public static IEnumerable<CheckView> Look(DataDirectory data, string urls, bool serving)
    {
        ArgumentNullException.ThrowIfNull(data);
        yield return Named("runtime", Finding.Well($"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors."));
        yield return Named("platform", EngineRequirements.PlatformFault(EngineMachine.This()) is { } fault
            ? Finding.Failed(fault, "Use 64-bit Intel or AMD Linux with glibc.")
            : Finding.Well("The engine can run on this machine."));
        yield return Named("library", Library());
        yield return Named("memory", Memory(EngineRequirements.Memory()));
        yield return Named("directory", Directory(data));
        yield return Named("settings", Settings(data, out var minimum));
        yield return Named("disk", DiskHealth.Look(new DiskSpace(data.Path, minimum)));
        yield return Named("port", serving ? Finding.Well("The server that runs has its addresses.") : Port(urls));
    }

    /// <summary>A finding as people and programs read it.</summary>
    public static CheckView Named(string name, HealthCheckResult found)
    {
        var status = found.Status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "warning", _ => "failed" };
        return new(name, status, found.Description ?? "", found.Data.GetValueOrDefault(Finding.Mend) as string, found.Data.Where(one => one.Key != Finding.Mend).ToDictionary());
    }

    private static HealthCheckResult Library()
    {
        try
        {
            return Finding.Well($"The engine is at {EngineRequirements.Library()}.");
        }
        catch (EngineUnavailableException absent)
        {
            return Finding.Failed(absent.Message, "Run './listening' in the checkout once; it fetches the engine.");
        }
    }

    private static HealthCheckResult Memory(long bytes)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N1} GB of memory may be used");
        return bytes < LittleMemory
            ? Finding.Warning($"Only {words}.", "Give the machine or its control group 2 GB or more; with less, large questions are refused.", ("bytes", bytes))
            : Finding.Well($"{words}.", ("bytes", bytes));
    }

    private static HealthCheckResult Directory(DataDirectory data)
    {
        try
        {
            var probe = Path.Combine(data.Run, "doctor");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Finding.Well($"{data} can be written and is closed to others.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Failed($"{data} cannot be written: {exception.Message}", "Give it to the user that runs the program.");
        }
    }

    private static HealthCheckResult Settings(DataDirectory data, out long minimum)
    {
        minimum = DiskSpace.DefaultMinimum;
        try
        {
            var configuration = new ConfigurationBuilder().AddListening(data).Build();
            minimum = StoreSettings.MinimumFree(configuration);
            ServerSettings.CheckSecurity(configuration);
            ServerSettings.Retention(configuration);
            ReportingSettings.Read(configuration);
            ReportingSettings.AnswerWithin(configuration);
            StoreSettings.Read(configuration, data);
            Telemetry.TelemetrySettings.Read(configuration);
            Proxying.ProxySettings.Read(configuration);
            OpenId.SignInDoors.Read(configuration);
            BackupCheck.Within(configuration);
            var brands = BrandSettings.Read(configuration);
            return brands.Count == 0
                ? Finding.Warning("The settings can be read; no brand is registered, so nobody waits for anybody.", $"Name your brand in {Path.Combine(data.Path, "appsettings.json")}.")
                : Finding.Well($"The settings can be read; {brands.Count} brands.");
        }
        catch (Exception exception) when (exception is SettingException or InvalidDataException or FormatException)
        {
            return Finding.Failed(exception.Message, $"Mend it in {Path.Combine(data.Path, "appsettings.json")} or in the environment.");
        }
    }

    private static HealthCheckResult Port(string urls)
    {
        try
        {
            ServerSettings.CheckUrls(urls);
            ListenAddresses.CheckFree("--urls", urls);
            return Finding.Well($"{urls} is free.");
        }
        catch (SettingException taken)
        {
            return Finding.Failed(taken.Message, "End the other program, or let the server listen elsewhere with --urls.");
        }
    }
}
