using Listening.Reporting;
using Listening.Web;
using Listening.Web.Reporting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Listening.Tests.Web.Reporting;

/// <summary>What is kept ready is known after a start; a file that is missing or broken costs time and nothing else.</summary>
public sealed class WantedReportsTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly DataDirectory data;
    private readonly WantedReports file;

    public WantedReportsTests() => file = new(data = DataDirectory.Open(directory.File("data")), NullLogger<WantedReports>.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_read_as_they_were_written()
    {
        WantedReport[] wanted =
        [
            new(new("Acme", Some.Instant.AddDays(-28), Some.Instant, ReportComparison.Baseline) { Filter = "lang:en", WithInternal = true }, Some.Instant, TimeSpan.FromSeconds(14.5)),
            new(new(null, Some.Instant.AddDays(-364), Some.Instant), Some.Instant.AddMilliseconds(-1), TimeSpan.FromSeconds(3)),
        ];
        Assert.Empty(await file.ReadAsync(Cancelled));
        await file.WriteAsync(wanted, Cancelled);
        await file.WriteAsync(wanted, Cancelled);
        Assert.Equal(wanted, await file.ReadAsync(Cancelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"question\":")]
    [InlineData("[null]")]
    [InlineData("[{\"question\":null,\"opened\":\"2026-01-02T00:00:00.000Z\",\"took\":\"00:00:03\"}]")]
    public async Task A_broken_file_is_none(string text)
    {
        await File.WriteAllTextAsync(data.Wanted, text, Cancelled);
        Assert.Empty(await file.ReadAsync(Cancelled));
    }

    public void Dispose() => directory.Dispose();
}
