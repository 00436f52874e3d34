using Listening.Benchmarks;
using Listening.Benchmarks.Fuzzing;
using Listening.Benchmarks.Models;
using Listening.Benchmarks.Queue;
using Listening.Benchmarks.Reports;
using Listening.Benchmarks.Scale;
using Listening.Benchmarks.Sources;
using Listening.Benchmarks.WayIn;
using Listening.Benchmarks.WayOut;

// dotnet run -c Release --project tests/Listening.Benchmarks -- first [--posts N] [--out FILE]
return args switch
{
    ["first", .. var rest] => await FirstMeasurements.RunAsync(Arguments.Read(rest)),
    ["scale", .. var rest] => await ScaleMeasurements.RunAsync(ScaleArguments.Read(rest)),
    ["scale-compare", var folder, var path] => await ScaleMeasurements.CompareAsync(folder, path),
    ["scale-moves", var folder, var path, var samples] => await ScaleMeasurements.MovesAsync(folder, path, int.Parse(samples, System.Globalization.CultureInfo.InvariantCulture)),
    ["scale-tiles", var folder, var path, var rounds] => await ScaleMeasurements.TilesAsync(folder, path, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture)),
    ["scale-draw", var path] => await ScaleMeasurements.DrawAsync(path),
    ["way-out", .. var rest] => await WayOutMeasurements.RunAsync(Arguments.Read(rest)),
    ["report", .. var rest] => await ReportMeasurements.RunAsync(Arguments.Read(rest)),
    ["way-in", .. var rest] => await WayInMeasurements.RunAsync(Arguments.Read(rest)),
    ["models", var folder, var texts, .. var rest] => await ModelMeasurements.RunAsync(folder, texts, Arguments.Read(rest).Out),
    ["models-table", var shipped, var research, var data, var gold, var npm, var page] => await ModelTable.RunAsync(shipped, research, data, gold, npm, page),
    ["models-import", var models, .. var rest] => await ModelImport.RunAsync(models, Arguments.Read(rest)),
    ["models-curve", var models, var data] => await ModelCurve.RunAsync(models, data),
    ["sources", .. var rest] => await SourceMeasurements.RunAsync(SourceArguments.Read(rest)),
    ["queue", .. var rest] => await QueueMeasurements.RunAsync(QueueArguments.Read(rest)),
    ["fuzz", .. var rest] => await LongFuzz.RunAsync(FuzzArguments.Read(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Which measurement? first [--posts N] [--out FILE] | way-in [--posts N] [--out FILE] | scale [--sizes 1,3,10,30] [--whole 10] [--out PATH] | scale-compare FOLDER PATH | scale-moves FOLDER PATH N | scale-tiles FOLDER PATH N | scale-draw PATH | report [--posts N] [--data DIRECTORY] [--out FILE] | way-out [--posts N] [--out FILE] | models FOLDER TEXTS.tsv [--out FILE] | models-table SHIPPED RESEARCH DATA GOLD NPM README.md | models-import MODELS [--posts N] [--out FILE] | models-curve MODELS DATA | sources [--sources 1000] [--seconds 120] [--pause 150] [--out FILE] | queue [--cases 100000] [--agents 50] [--seconds 20] [--on sqlite,postgres] [--name NAME] [--out FILE] | fuzz [--minutes 10] [--seed N] [--out FILE]");
    return 2;
}
