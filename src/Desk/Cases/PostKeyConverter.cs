using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Listening.Desk.Cases;

/// <summary>A key of 128 bits as 32 hexadecimal digits.</summary>
public sealed class PostKeyConverter() : ValueConverter<UInt128, string>(
    key => key.ToString("x32", CultureInfo.InvariantCulture), text => UInt128.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
