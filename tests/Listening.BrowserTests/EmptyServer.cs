namespace Listening.BrowserTests;

/// <summary>The program without any data and without anybody who signs in.</summary>
public sealed class EmptyServer() : ProgramServer();
