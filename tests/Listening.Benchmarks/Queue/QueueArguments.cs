using System.Globalization;

namespace Listening.Benchmarks.Queue;

/// <summary>What the measurement of queues may be told.</summary>
/// <param name="Cases">How many open cases.</param>
/// <param name="Agents">How many work at once.</param>
/// <param name="Seconds">How long each load lasts.</param>
/// <param name="Databases">On which: <c>sqlite</c>, <c>postgres</c>.</param>
/// <param name="Name">What the measured program is called in the table.</param>
/// <param name="Out">Where the table goes besides the screen.</param>
public sealed record QueueArguments(int Cases, int Agents, int Seconds, IReadOnlyList<string> Databases, string Name, string? Out)
{
    /// <summary>Reads the words.</summary>
    public static QueueArguments Read(string[] arguments)
    {
        var read = new QueueArguments(100_000, 50, 20, ["sqlite", "postgres"], "this program", null);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
            read = (arguments[i], arguments[i + 1]) switch
            {
                ("--cases", var value) => read with { Cases = int.Parse(value, CultureInfo.InvariantCulture) },
                ("--agents", var value) => read with { Agents = int.Parse(value, CultureInfo.InvariantCulture) },
                ("--seconds", var value) => read with { Seconds = int.Parse(value, CultureInfo.InvariantCulture) },
                ("--on", var value) => read with { Databases = value.Split(',') },
                ("--name", var value) => read with { Name = value },
                ("--out", var value) => read with { Out = Path.GetFullPath(value) },
                var (unknown, _) => throw new ArgumentException($"'{unknown}' is not known here"),
            };
        return read;
    }
}
