using Xunit;

[assembly: AssemblyFixture(typeof(Listening.BrowserTests.DemoServer))]

namespace Listening.BrowserTests;

/// <summary>The program with its demo.</summary>
public sealed class DemoServer() : ProgramServer("--demo");
