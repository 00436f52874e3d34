using System.Globalization;

namespace Listening.Web.Commands.Importing;

/// <summary>Shows how far an import is: a bar that redraws itself on a terminal, else a line every few seconds.</summary>
internal sealed class ImportProgress(TextWriter output, bool terminal, TimeProvider time, string name, long length)
{
    private const int BarWidth = 24;

    private readonly long _started = time.GetTimestamp();
    private long? _shown;

    public async Task ShowAsync(long position, long lines, bool done = false)
    {
        var every = terminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(5);
        if (!done && (_shown is { } last ? time.GetElapsedTime(last) < every : !terminal && time.GetElapsedTime(_started) < every)) return;
        _shown = time.GetTimestamp();
        var share = length == 0 ? 1 : Math.Clamp((double)position / length, 0, 1);
        var rate = lines / Math.Max(time.GetElapsedTime(_started).TotalSeconds, .001);
        var text = string.Create(CultureInfo.InvariantCulture, $"{name}  {share,4:P0}  {position / 1e6:N1} of {length / 1e6:N1} MB  {lines:N0} posts  {rate:N0}/s");
        if (!terminal) await output.WriteLineAsync(text);
        else await output.WriteAsync($"\r\e[K[{new string('█', (int)(share * BarWidth)),-BarWidth}] {text}{(done ? "\n" : "")}");
        await output.FlushAsync();
    }
}
