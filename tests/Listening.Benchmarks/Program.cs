using Listening.Benchmarks;

// dotnet run -c Release --project tests/Listening.Benchmarks -- first [--posts N] [--out FILE]
return args switch
{
    ["first", .. var rest] => await FirstMeasurements.RunAsync(Arguments.Read(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Which measurement? first [--posts N] [--out FILE]");
    return 2;
}
