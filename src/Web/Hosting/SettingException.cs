namespace Listening.Web.Hosting;

/// <summary>A setting that cannot be used, by its path and in words.</summary>
public sealed class SettingException(string setting, string reason) : Exception($"Setting {setting}: {reason}.");
