using System.Globalization;
using System.Text;
using Listening.Exporting;
using Listening.Storing;

namespace Listening.Web.Exporting;

/// <summary>
/// A file on its way to a client, row by row: as fast as the client takes it, and no further. The head is sent with the first row, so that what the store refuses is
/// told as a problem; what fails later cuts the connection, so that half a file is not taken for a whole one. A client that goes ends the query.
/// </summary>
public sealed class ExportFile(ExportQuery export, ExportFormat format, string name, IFactReader facts, IFactFiles files) : IResult
{
    private const int Piece = 32 * 1024;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (response, cancelled) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = format.MediaType;
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{name}.{format.Name}\"");
        if (format == ExportFormat.Parquet) await files.WriteParquetAsync(export.Query, response.Body, cancelled);
        else await WriteLinesAsync(response, cancelled);
    }

    private async Task WriteLinesAsync(HttpResponse response, CancellationToken cancelled)
    {
        var text = new StringBuilder(format == ExportFormat.Csv ? ExportLines.Head(export.Columns) : "");
        await foreach (var row in facts.ReadAsync(export.Query, cancelled))
        {
            text.Append(format == ExportFormat.Csv ? ExportLines.Csv(row) : ExportLines.Json(row));
            if (text.Length >= Piece) await SendAsync();
        }

        await SendAsync();

        async Task SendAsync()
        {
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            text.Clear();
            await response.Body.WriteAsync(bytes, cancelled);
        }
    }
}
