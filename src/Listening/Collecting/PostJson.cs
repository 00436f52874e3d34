using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Listening.Collecting;

/// <summary>A micropost on the wire: one JSON object. What is written reads back equal, and equal posts are written alike.</summary>
public static class PostJson
{
    /// <summary>Deepest nesting that is read, unknown fields included.</summary>
    public const int DeepestNesting = 64;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = DeepestNesting };

    // Stored and sent as JSON, never inside HTML: letters beyond ASCII stay readable and short.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// Reads one post. Unknown fields are ignored, the last of several equal names wins, absent <c>mentions</c> are read from the text. Throws <see cref="PostFormatException"/> with the
    /// reason for anything that is no post or breaks <see cref="PostLimits"/>.
    /// </summary>
    public static Post Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8, ReaderOptions);
        var reader = new PostJsonReader();
        try
        {
            var post = reader.Read(ref json);
            json.Read();
            return post;
        }
        catch (JsonException exception)
        {
            throw new PostFormatException(Reason(exception)) { PostSource = reader.Source };
        }
        catch (InvalidOperationException)
        {
            throw new PostFormatException("has a field name that is not valid Unicode") { PostSource = reader.Source };
        }
        catch (PostFormatException exception)
        {
            throw new PostFormatException(exception.Message) { PostSource = reader.Source };
        }
    }

    /// <summary>Writes one post on one line, without a line end. Absent fields are left out.</summary>
    public static void Write(IBufferWriter<byte> output, Post post)
    {
        using var json = Writer(output);
        Write(json, post);
    }

    /// <summary>Writes one post with a writer that is used again for the next one (see <see cref="Writer"/>).</summary>
    public static void Write(Utf8JsonWriter json, Post post)
    {
        PostJsonWriter.Write(json, post);
        json.Flush();
    }

    /// <summary>A writer as <see cref="Write(Utf8JsonWriter, Post)"/> wants it; call its <c>Reset</c> between posts.</summary>
    public static Utf8JsonWriter Writer(IBufferWriter<byte> output) => new(output, WriterOptions);

    private static string Reason(JsonException exception)
    {
        if (exception.Message.Contains("maximum configured depth", StringComparison.Ordinal)) return $"is nested deeper than {DeepestNesting} levels";
        var text = exception.Message.AsSpan();
        var end = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var position = exception.BytePositionInLine is { } at ? $" (byte {at})" : "";
        return $"is not JSON: {PostFormatException.Shown(end < 0 ? text : text[..end])}{position}";
    }
}
