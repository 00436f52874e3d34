using System.CommandLine;
using System.CommandLine.Help;
using System.Net.Sockets;
using Listening.Access;
using Listening.Desk;
using Listening.Store.Engine;
using Listening.Store.Schema;
using Listening.Models.Learning;
using Listening.Storing;
using Listening.Web.Commands;
using Listening.Web.Dashboards;
using Listening.Web.Hosting;
using Microsoft.Extensions.Options;

var time = TimeProvider.System;
// Not a RootCommand: that one is called like the file, and people type `listening`.
var listening = new Command("listening", "Listening: who waits for an answer in public, since when, and who answered.")
{
    new HelpOption(),
    new VersionOption(),
    ServeCommand.Create(time),
    ImportCommand.Create(time, (data, cancellationToken) => LocalListening.OpenForImportAsync(data, time, cancellationToken)),
    KeyCommand.Create(time),
    LinkCommand.Create(time),
    UserCommand.Create(time),
    SecretCommand.Create(time),
    SourceCommand.Create(),
    RebuildCommand.Create(time),
    OptimizeCommand.Create(time),
    DoctorCommand.Create(time),
    TrainCommand.Create(time),
    EvaluateCommand.Create(),
};

try
{
    var code = await listening.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    // Everything is closed: a thread of the scheduler that tries its database again, whatever it is told, does not keep the program.
    Environment.Exit(code);
    return code;
}
catch (OperationCanceledException)
{
    return 130;
}
catch (Exception exception) when (exception is EngineInUseException or EngineUnavailableException or SchemaConflictException or SettingException or DeskUnavailableException or DashboardFileException
    or SecretUnreadableException or ServerAnswerException or StoreQueryException or HttpRequestException or SocketException or OptionsValidationException or IOException or UnauthorizedAccessException or InvalidDataException or ArtefactException)
{
    // What a person can mend is said in a sentence; anything else is a fault of ours and shows its trace.
    try
    {
        Console.Error.WriteLine(exception.Message);
    }
    catch (IOException)
    {
        // There is no room for the sentence either; the code says it.
    }

    return 1;
}
