using System.Runtime.CompilerServices;
using System.Text;
using Listening.Storing;
using Listening.Web.Exporting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Listening.Tests.Web;

/// <summary>A file is written as fast as it is taken, and its query ends with its client.</summary>
public sealed class ExportFileTests : IFactReader, IFactFiles
{
    private static readonly string[] Columns = ["id", "text", "at", "brands", "followers", "reply"];
    private int made;
    private bool ended;
    private int rows = int.MaxValue;
    private StoreQueryException? refusal;

    public long Revision => 1;

    public async IAsyncEnumerable<FactRow> ReadAsync(FactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            if (refusal is not null) throw refusal;
            for (; made < rows; made++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return new(Columns, [$"{made}", "=1+1", DateTimeOffset.UnixEpoch, new object?[] { "Acme", "Rival" }, made == 0 ? null : 7L, true]);
            }
        }
        finally
        {
            ended = true;
        }
    }

    async Task IFactFiles.WriteParquetAsync(FactQuery query, Stream to, CancellationToken cancellationToken) => await to.WriteAsync("PAR1"u8.ToArray(), cancellationToken);

    [Theory]
    [InlineData("csv", "id,text,at,brands,followers,reply\r\n0,'=1+1,1970-01-01T00:00:00.000Z,Acme|Rival,,true\r\n1,'=1+1,1970-01-01T00:00:00.000Z,Acme|Rival,7,true\r\n")]
    [InlineData("ndjson",
        "{\"id\":\"0\",\"text\":\"=1\\u002B1\",\"at\":\"1970-01-01T00:00:00.000Z\",\"brands\":[\"Acme\",\"Rival\"],\"followers\":null,\"reply\":true}\n"
        + "{\"id\":\"1\",\"text\":\"=1\\u002B1\",\"at\":\"1970-01-01T00:00:00.000Z\",\"brands\":[\"Acme\",\"Rival\"],\"followers\":7,\"reply\":true}\n")]
    [InlineData("parquet", "PAR1")]
    public async Task Each_kind_of_file_has_its_lines(string format, string expected)
    {
        rows = 2;
        using var taken = new MemoryStream();
        var http = Http(taken);
        await File(format).ExecuteAsync(http);
        Assert.Equal(expected, Encoding.UTF8.GetString(taken.ToArray()));
        Assert.Equal($"attachment; filename=\"listening-posts.{format}\"", http.Response.Headers.ContentDisposition.ToString());
    }

    [Fact]
    public async Task Without_rows_a_csv_file_has_its_head_and_what_the_store_refuses_comes_before_any_byte()
    {
        rows = 0;
        using var taken = new MemoryStream();
        await File("csv").ExecuteAsync(Http(taken));
        Assert.Equal(string.Join(',', Columns) + "\r\n", Encoding.UTF8.GetString(taken.ToArray()));
        refusal = new("Memory limit", 241);
        using var nothing = new MemoryStream();
        await Assert.ThrowsAsync<StoreQueryException>(() => File("csv").ExecuteAsync(Http(nothing)));
        Assert.Equal(0, nothing.Length);
    }

    [Fact]
    public async Task No_more_is_read_than_the_client_takes_and_the_query_ends_when_it_goes()
    {
        using var client = new SlowClient(most: 200_000);
        using var gone = new CancellationTokenSource();
        client.Full += gone.Cancel;
        var http = Http(client);
        http.RequestAborted = gone.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => File("csv").ExecuteAsync(http));
        Assert.True(ended);
        // Some fifty bytes a row: what was made is what was taken, and at most one piece on its way.
        Assert.InRange(made, 1, (client.Taken + (2 * 32 * 1024)) / 40);
    }

    private ExportFile File(string format) => new(new(new("SELECT 1", new Dictionary<string, object?>()), Columns), ExportFormat.Of(format), "listening-posts", this, this);

    private static DefaultHttpContext Http(Stream body) => new() { Response = { Body = body } };

    private sealed class SlowClient(int most) : MemoryStream
    {
        public event Action Full = () => { };

        public int Taken { get; private set; }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            Taken += buffer.Length;
            if (Taken > most) Full();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
