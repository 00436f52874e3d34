namespace Listening.BrowserTests;

/// <summary>The program with one brand, sorting what comes in with the shipped models.</summary>
public sealed class SortingServer() : ProgramServer()
{
    /// <inheritdoc/>
    protected override Task PrepareAsync()
    {
        (Settings["LISTENING__Brands__0__Name"], Settings["LISTENING__Brands__0__Handles__0"], Settings["LISTENING__Models__Sort"]) = ("Acme", "*:acme", "true");
        return Task.CompletedTask;
    }
}
