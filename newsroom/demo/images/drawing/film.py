"""The short film: a shoreline that draws back a little with every decade, and its sound."""

from __future__ import annotations

import array
import math
import random
import subprocess
import tempfile
import wave
from pathlib import Path as Folder

from PIL import Image

from .shoreline import HEIGHT, WIDTH, Shore

RATE, SECONDS = 24, 12


def poster() -> Image.Image:
    """The film's opening look at twice its size."""
    large = Shore(4).frame(0.0)
    return large.resize((WIDTH * 2, HEIGHT * 2), Image.Resampling.LANCZOS)


def write_sound(target: Folder) -> None:
    """Writes a quiet tone with the sea breathing under it."""
    rate, dice = 22050, random.Random(206)
    samples = array.array("h")
    low = 0.0
    for index in range(rate * SECONDS):
        t = index / rate
        low += (dice.uniform(-1, 1) - low) * (0.05 + 0.03 * math.sin(t * 1.1))
        swell = 0.5 + 0.5 * math.sin(t * 2 * math.pi / 4 - 1.6)
        tone = sum(math.sin(2 * math.pi * f * t) * a for f, a in ((110, 0.5), (165, 0.3), (220.6, 0.18)))
        fade = min(1.0, t / 1.5, (SECONDS - t) / 1.5)
        samples.append(
            int(32767 * fade * (0.42 * low * (0.3 + swell) + 0.055 * tone * (0.7 + 0.3 * math.sin(t * 0.9))))
        )
    with wave.open(str(target), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples.tobytes())


def write_film(target: Folder) -> None:
    """Draws every frame and has ffmpeg encode them with the sound."""
    shore, total = Shore(2), RATE * SECONDS
    with tempfile.TemporaryDirectory() as folder:
        sound = Folder(folder) / "sea.wav"
        write_sound(sound)
        command = [
            "ffmpeg",
            "-y",
            "-loglevel",
            "error",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            f"{WIDTH}x{HEIGHT}",
            "-r",
            str(RATE),
            "-i",
            "-",
            "-i",
            str(sound),
            "-c:v",
            "libx264",
            "-profile:v",
            "baseline",
            "-pix_fmt",
            "yuv420p",
            "-preset",
            "slow",
            "-threads",
            "1",
            "-b:v",
            "262k",
            "-maxrate",
            "340k",
            "-bufsize",
            "700k",
            "-c:a",
            "aac",
            "-b:a",
            "40k",
            "-shortest",
            "-map_metadata",
            "-1",
            "-fflags",
            "+bitexact",
            "-flags:v",
            "+bitexact",
            "-flags:a",
            "+bitexact",
            "-movflags",
            "+faststart",
            str(target),
        ]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
            assert encoder.stdin is not None
            for number in range(total):
                share = number / (total - 1)
                encoder.stdin.write(shore.frame(share * 0.7 + 0.3 * share * share * (3 - 2 * share)).tobytes())
        if encoder.returncode:
            raise RuntimeError("ffmpeg could not encode the film")
