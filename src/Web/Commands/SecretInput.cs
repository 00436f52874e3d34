using System.Text;
using Listening.Web.Hosting;
using Listening.Web.Secrets;

namespace Listening.Web.Commands;

/// <summary>How a secret comes in: never as an argument, which the list of processes and the shell's history would show.</summary>
internal static class SecretInput
{
    /// <summary>
    /// From the file, or the environment variable, or else standard input; a person who types it sees nothing of it. One line's end at the end is not part of
    /// it. Throws <see cref="IOException"/> and <see cref="SettingException"/>.
    /// </summary>
    public static async Task<string> ReadAsync(string name, string? file, string? variable, TextWriter prompt, CancellationToken cancellationToken)
    {
        if (variable is not null)
            return Environment.GetEnvironmentVariable(variable) ?? throw new SettingException("--environment", $"there is no environment variable {variable}");
        if (file is not null)
        {
            using var text = new StreamReader(file, Encoding.UTF8);
            return await WholeAsync(text, cancellationToken);
        }

        if (Console.IsInputRedirected) return await WholeAsync(Console.In, cancellationToken);
        await prompt.WriteAsync($"{name}: ");
        var typed = Typed();
        await prompt.WriteLineAsync();
        return typed;
    }

    private static async Task<string> WholeAsync(TextReader reader, CancellationToken cancellationToken)
    {
        // One more than may be, so that what is too long is told and not cut.
        var buffer = new char[SecretRules.Longest + 3];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        var text = new string(buffer, 0, length);
        return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
    }

    private static string Typed()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.KeyChar != '\0') typed.Append(key.KeyChar);
        }

        return typed.ToString();
    }
}
