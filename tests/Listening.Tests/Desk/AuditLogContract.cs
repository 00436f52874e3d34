using Listening.Access;
using Listening.Desk.Auditing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Desk;

/// <summary>What the audit log keeps, whatever the database.</summary>
public abstract class AuditLogContract(TestDesk desk) : IAsyncLifetime
{
    private AuditLog log = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await desk.InitializeAsync();
        log = new AuditLog(desk.Store);
        foreach (var subject in (string[])["bridge", "Till 100%", "till_2\0"])
            await log.RecordAsync(new AuditEntry(desk.Time.GetUtcNow(), "ana@example.com", "key.add", subject, null, "read", "10.0.0.7"), Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Entries_come_newest_first_and_go_on_where_they_were_left()
    {
        var newest = await log.ReadAsync(new AuditQuestion(null, null, 2), Cancelled);
        var older = await log.ReadAsync(new AuditQuestion(null, newest[^1].Id, 2), Cancelled);
        Assert.Equal(["till_2", "Till 100%"], newest.Select(row => row.Subject));
        Assert.Equal("bridge", Assert.Single(older).Subject);
        Assert.Equal((desk.Time.GetUtcNow(), "ana@example.com", "key.add", null, "read", "10.0.0.7"),
            (older[0].At, older[0].Actor, older[0].Action, older[0].Before, older[0].After, older[0].Address));
    }

    [Theory]
    [InlineData("TILL", 2)]
    [InlineData("100%", 1)]
    [InlineData("l_2", 1)]
    [InlineData("ana@", 3)]
    [InlineData("KEY.", 3)]
    [InlineData("%", 1)]
    [InlineData("nothing", 0)]
    public async Task A_filter_is_found_as_it_is_written(string text, int expected) =>
        Assert.Equal(expected, (await log.ReadAsync(new AuditQuestion(text, null, 10), Cancelled)).Count);

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'nobody'")]
    [InlineData("UPDATE audit_log SET actor = 'nobody' WHERE id < 0 OR id > 0")]
    [InlineData("DELETE FROM audit_log")]
    public async Task The_database_itself_refuses_to_change_or_remove_an_entry(string statement)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => desk.Store.WriteAsync(rows => rows.Database.ExecuteSqlRawAsync(statement, Cancelled), Cancelled));
        Assert.Contains("append-only", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, (await log.ReadAsync(new AuditQuestion("ana@", null, 10), Cancelled)).Count);
    }
}
