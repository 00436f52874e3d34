using Listening.Brands;
using Listening.Measuring;
using Listening.Reporting;

namespace Listening.Web.Reporting;

/// <summary>
/// Records the report of each brand's first four weeks, once they are over: later imports, models and definitions do not move what later periods are held against. Not while posts of these
/// weeks still come in, or an import under way would be recorded as the half of it that is there.
/// </summary>
public sealed partial class FreezingRound(
    IFirstWeeks firstWeeks, ILatePosts late, IFrozenWeeks frozen, IReportWriter writer, CurrentRegistry registry, TimeProvider time, ILogger<FreezingRound> logger) : IFreezingRound
{
    /// <summary>How long they are.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(28);

    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task GoAsync(CancellationToken cancellationToken)
    {
        foreach (var brand in registry.Now.Registry.Brands.Where(brand => brand.Kind == BrandKind.Own).Select(brand => (string?)brand.Name).Prepend(null))
            try
            {
                await FreezeAsync(brand, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The others are recorded; this one is tried again at the next round.
                LogUnrecorded(logger, brand ?? "all our brands", failure);
            }
    }

    private async Task FreezeAsync(string? brand, CancellationToken cancellationToken)
    {
        if (await frozen.FindAsync(brand, cancellationToken) is not null || await firstWeeks.BeginAsync(brand, cancellationToken) is not { } first) return;
        var (end, now) = (first + Length, time.GetUtcNow());
        if (now < end || await late.CountAsync(brand, first, end, now - Settled, cancellationToken) > 0) return;
        var report = await writer.WriteAsync(new(brand, first, end, ReportComparison.None) { AsOf = end }, cancellationToken);
        await frozen.KeepAsync(new(brand, now, report), cancellationToken);
        LogRecorded(logger, brand ?? "all our brands", first, end);
    }

    [LoggerMessage(EventId = 5321, Level = LogLevel.Information, Message = "The first four weeks of {Brand} are recorded: {From} to {To}")]
    private static partial void LogRecorded(ILogger logger, string brand, DateTimeOffset from, DateTimeOffset to);

    [LoggerMessage(EventId = 5322, Level = LogLevel.Warning, Message = "The first four weeks of {Brand} could not be recorded now")]
    private static partial void LogUnrecorded(ILogger logger, string brand, Exception exception);
}
