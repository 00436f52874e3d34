namespace Listening.BrowserTests;

/// <summary>The program with its demo.</summary>
public sealed class DemoServer() : ProgramServer("--demo");
