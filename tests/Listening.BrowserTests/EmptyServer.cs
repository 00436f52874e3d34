namespace Listening.BrowserTests;

/// <summary>The program without any data and without anybody who signs in.</summary>
public sealed class EmptyServer() : ProgramServer()
{
    /// <summary>One that was started, for a test that wants it for itself.</summary>
    public static async Task<EmptyServer> StartedAsync()
    {
        var empty = new EmptyServer();
        await empty.InitializeAsync();
        return empty;
    }
}
