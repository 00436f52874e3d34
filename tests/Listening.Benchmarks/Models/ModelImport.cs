using System.Globalization;

namespace Listening.Benchmarks.Models;

/// <summary>What sorting costs an import: the same file by <c>listening import</c> without models and with them, from the start of the program to its end.</summary>
public static class ModelImport
{
    /// <summary>Measures and prints; 0.</summary>
    public static async Task<int> RunAsync(string models, Arguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var folder = Directory.CreateTempSubdirectory("listening-model-import-").FullName;
        try
        {
            var file = Path.Combine(folder, "year.ndjson");
            await SyntheticYear.WriteAsync(file, arguments.Posts);
            var table = new Table($"Import of {arguments.Posts:N0} posts");
            table.Add("file", $"{new FileInfo(file).Length / 1e6:N0} MB", Machine.Description);
            table.Add("load of the machine before", (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0], "programs that wanted a core, mean of a minute");
            await MeasureAsync("without models", new() { ["LISTENING__Models__Sort"] = "false" }, file, Path.Combine(folder, "plain"), arguments.Posts, table);
            await MeasureAsync("with models, all tasks", new() { ["LISTENING__Models__Sort"] = "true", ["LISTENING__Models__Folder"] = Path.GetFullPath(models) }, file, Path.Combine(folder, "sorted"), arguments.Posts, table);
            table.Add("load of the machine after", (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0], "");
            Console.WriteLine(table);
            if (arguments.Out is not null) await File.WriteAllTextAsync(arguments.Out, table.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string what, Dictionary<string, string> settings, string file, string data, int posts, Table table)
    {
        await using var program = new ListeningProgram(data, settings);
        var (output, took, peak) = await program.RunAsync("import", file);
        table.Add(what, string.Create(CultureInfo.InvariantCulture, $"{posts / took.TotalSeconds:N0} posts/s"),
            string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:N1} s with start and end; {peak / 1e6:N0} MB at most; {program.Processor.TotalSeconds:N1} s of processor time; {output.Trim().Split('\n')[^1]}"));
    }
}
