using Listening.Desk.Reporting;
using Listening.Reporting;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What is written at dates, whatever the database.</summary>
public abstract class AnnotationsContract(TestDesk desk) : IAsyncLifetime
{
    private Annotations annotations = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        annotations = new(desk.Store);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Those_of_some_days_are_listed_by_date_both_ends_included_and_one_that_is_removed_is_gone()
    {
        var (late, early, outside) = (At(14, "New app"), At(2, "Strike"), At(15, "Later"));
        foreach (var one in (Annotation[])[late, early, outside]) await annotations.AddAsync(one, Cancelled);

        Assert.Equal([early, late], await annotations.ListAsync(new(2026, 3, 2), new(2026, 3, 14), Cancelled));
        Assert.Equal(early, await annotations.RemoveAsync(early.Id, Cancelled));
        Assert.Null(await annotations.RemoveAsync(early.Id, Cancelled));
        Assert.Equal([late, outside], await annotations.ListAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancelled));
    }

    private Annotation At(int day, string text) => new(Guid.NewGuid(), new(2026, 3, day), text, "ana", desk.Time.GetUtcNow());
}
