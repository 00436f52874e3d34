using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Listening.Tests.Desk;

public sealed class DeskStoreTests : DeskStoreContract
{
    private readonly DeskFile file;

    public DeskStoreTests() : this(new DeskFile())
    {
    }

    private DeskStoreTests(DeskFile file) : base(file) => this.file = file;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_written_ahead_and_kept_over_a_power_cut()
    {
        var (journal, synchronous) = await file.Store.ReadAsync(async desk =>
        {
            var mode = await desk.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Cancelled);
            var level = await desk.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Cancelled);
            return (mode, level);
        }, Cancelled);
        Assert.Equal("wal", journal);
        Assert.Equal(2, synchronous);
    }
}
