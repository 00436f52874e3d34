namespace Listening.BrowserTests;

/// <summary>The program without data whose sources may lead to this machine, which stands for the network.</summary>
public sealed class LoopbackServer : ProgramServer
{
    /// <inheritdoc/>
    protected override Task PrepareAsync()
    {
        Settings["LISTENING__Sources__AllowedNetworks"] = "127.0.0.1";
        return Task.CompletedTask;
    }
}
