using System.ComponentModel;
using System.Diagnostics;

namespace Listening.Web.Mailing;

/// <summary>Prints a page to PDF by a headless Chromium that reaches no network; the page is a file of its own, needs none, and its policy lets no script run.</summary>
public sealed partial class ReportPrinter(ReportSettings settings, ILogger<ReportPrinter> logger)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    /// <summary>The PDF, or the sentence that says why there is none.</summary>
    public async Task<(byte[]? Pdf, string? Reason)> PrintAsync(string html, CancellationToken cancellationToken)
    {
        if (Find() is not { } program) return (null, "Without PDF: this server has no Chromium to print with.");
        var folder = Directory.CreateTempSubdirectory("listening-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "report.html"), Path.Combine(folder.FullName, "report.pdf"));
            await File.WriteAllTextAsync(page, html, cancellationToken);
            await RunAsync(program, folder.FullName, page, pdf, cancellationToken);
            return File.Exists(pdf) && new FileInfo(pdf).Length > 0 ? (await File.ReadAllBytesAsync(pdf, cancellationToken), null) : (null, "Without PDF: Chromium did not print it.");
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or TimeoutException or InvalidOperationException)
        {
            LogUnprinted(logger, failure);
            return (null, "Without PDF: Chromium did not print it.");
        }
        finally
        {
            // It writes on for a moment after it has ended.
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException left)
            {
                LogLeft(logger, folder.FullName, left);
            }
        }
    }

    /// <summary>Whether there is a Chromium.</summary>
    public bool IsPresent => Find() is not null;

    private string? Find()
    {
        if (settings.Chromium == "none") return null;
        if (settings.Chromium.Length > 0) return File.Exists(settings.Chromium) ? settings.Chromium : null;
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return places.SelectMany(place => Names.Select(name => Path.Combine(place, OperatingSystem.IsWindows() ? $"{name}.exe" : name))).FirstOrDefault(File.Exists);
    }

    private static async Task RunAsync(string program, string folder, string page, string pdf, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        // Its own profile and home, so that nothing of the user's is read or left behind.
        (start.Environment["HOME"], start.Environment["XDG_CONFIG_HOME"], start.Environment["XDG_CACHE_HOME"]) = (folder, folder, folder);
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync", "--disable-background-networking",
            "--disable-component-update", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:1",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}",
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // Chromium's sandbox does not start for root, as in a container.
        if (Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("Chromium did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await Task.WhenAll(process.StandardError.ReadToEndAsync(limit.Token), process.StandardOutput.ReadToEndAsync(limit.Token), process.WaitForExitAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException("Chromium took too long.");
        }
    }

    [LoggerMessage(EventId = 5311, Level = LogLevel.Warning, Message = "A report could not be printed to PDF and goes without")]
    private static partial void LogUnprinted(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 5312, Level = LogLevel.Warning, Message = "The folder {Folder} of a printed report could not be removed")]
    private static partial void LogLeft(ILogger logger, string folder, Exception exception);
}
